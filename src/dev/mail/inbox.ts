import { randomUUID } from 'node:crypto'
import { createTally, type Tally } from './tally'
import { findHeader, type Header, parseHeaders } from './mime'

/** One caught mail; the envelope says who would have received it. */
export type CaughtMail = {
  from: string
  headers: Header[]
  id: string
  raw: Buffer
  receivedAt: Date
  to: string[]
}

type ArrivingMail = { from: string; raw: Buffer; to: string[] }

type Store = {
  add: (mail: ArrivingMail) => void
  clear: () => void
  count: () => number
  find: (filter: { limit?: number; to?: string }) => CaughtMail[]
  findById: (id: string) => CaughtMail | undefined
  recipients: () => string[]
}

/** What is kept of a mail: all of it, or only its Message-ID. */
export const keepings = ['mails', 'ids'] as const

/** One of `keepings`. */
export type Keeping = (typeof keepings)[number]

/** Newest first, in memory, capped in number and bytes: the oldest mails make room. */
export type Inbox = {
  /** What is kept of each mail from now on. */
  keep: (what: Keeping) => void
  keeps: () => Keeping
  /** The Message-IDs of mails of which only that is kept. */
  tally: Tally
} & Store

const mostMails = 50_000
const mostBytes = 256 * 1024 * 1024

const catchMail = (mail: ArrivingMail): CaughtMail => ({
  ...mail,
  headers: parseHeaders(mail.raw),
  id: randomUUID(),
  receivedAt: new Date(),
})

const isFor = (args: { mail: CaughtMail; to: string | undefined }): boolean => {
  const wanted = args.to?.toLowerCase()
  return !wanted || args.mail.to.some((address) => address.toLowerCase() === wanted)
}

const createStore = (): Store => {
  const mails = new Map<string, CaughtMail>()
  let bytes = 0

  const makeRoom = () => {
    for (const [id, mail] of mails) {
      if (mails.size <= mostMails && bytes <= mostBytes) {
        return
      }
      mails.delete(id)
      bytes -= mail.raw.length
    }
  }

  return {
    add: (mail) => {
      const caught = catchMail(mail)
      mails.set(caught.id, caught)
      bytes += mail.raw.length
      makeRoom()
    },
    clear: () => {
      mails.clear()
      bytes = 0
    },
    count: () => mails.size,
    find: ({ limit = mostMails, to }) =>
      [...mails.values()]
        .reverse()
        .filter((mail) => isFor({ mail, to }))
        .slice(0, limit),
    findById: (id) => mails.get(id),
    recipients: () => [...new Set([...mails.values()].flatMap(({ to }) => to))].sort(),
  }
}

/** Opens an empty inbox. */
export const createInbox = (): Inbox => {
  const store = createStore()
  const tally = createTally()
  let keeping: Keeping = 'mails'
  return {
    ...store,
    add: (mail) => (keeping === 'ids' ? tally.add(mail.raw) : store.add(mail)),
    clear: () => {
      store.clear()
      tally.clear()
    },
    keep: (what) => {
      keeping = what
    },
    keeps: () => keeping,
    tally,
  }
}

/** The subject line, or a word for a mail without one. */
export const subjectOf = (mail: CaughtMail): string =>
  findHeader(mail.headers, 'subject') || '(no subject)'

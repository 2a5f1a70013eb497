import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a link lets its holder do: begin to fetch one thing until a certain instant. */
export type Link = { expiresAt: Date; id: string; session: string }

/** Whose links they are: those of one sort mean nothing to another. */
export type LinkSort = { label: string; secret: string }

const sign = (body: string, { label, secret }: LinkSort): Buffer =>
  createHmac('sha256', secret).update(`${label}\n${body}`).digest()

/** A new link for one thing, good for so many milliseconds; `word` is the last part of its address. */
export const signLink = (
  args: { goodForMs: number; id: string; now: Date } & LinkSort,
): { expiresAt: Date; word: string } => {
  const { goodForMs, id, now } = args
  const expiresAt = new Date(now.getTime() + goodForMs)
  const session = randomBytes(16).toString('base64url')
  const body = `${id}.${session}.${Math.ceil(expiresAt.getTime() / 1000).toString(36)}`
  return { expiresAt, word: `${body}.${sign(body, args).toString('base64url')}` }
}

const WORD = /^([\da-f-]{36})\.([\w-]{22})\.([\da-z]{1,9})\.([\w-]{43})$/

/** What a word says that we have signed; undefined for any other. Its time may be over. */
export const readLink = (word: string, sort: LinkSort): Link | undefined => {
  const [, id = '', session = '', until = '', signature = ''] = WORD.exec(word) ?? []
  const expected = sign(`${id}.${session}.${until}`, sort)
  const given = Buffer.from(signature, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? { expiresAt: new Date(parseInt(until, 36) * 1000), id, session }
    : undefined
}

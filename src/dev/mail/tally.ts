/** How often each Message-ID came; for runs of so many mails that nobody could keep them. */
export type Tally = {
  add: (raw: Buffer) => void
  clear: () => void
  /** One line per Message-ID: how often, a space, the id. */
  lines: () => string
  /** Mails, how many different ones, and their size. */
  totals: () => { bytes: number; different: number; mails: number }
}

/** What is counted when a mail has none. */
const NAMELESS = '(none)'
const MESSAGE_ID = /^message-id:\s*(\S+)/im
const LONGEST_HEAD = 16_384

const idOf = (raw: Buffer): string => {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.toString('latin1', 0, end < 0 ? LONGEST_HEAD : end)
  return MESSAGE_ID.exec(head)?.[1] ?? NAMELESS
}

/** Opens an empty tally. */
export const createTally = (): Tally => {
  const counts = new Map<string, number>()
  let bytes = 0
  let mails = 0
  return {
    add: (raw) => {
      const id = idOf(raw)
      counts.set(id, (counts.get(id) ?? 0) + 1)
      bytes += raw.length
      mails++
    },
    clear: () => {
      counts.clear()
      bytes = 0
      mails = 0
    },
    lines: () => [...counts].map(([id, times]) => `${times} ${id}\n`).join(''),
    totals: () => ({ bytes, different: counts.size, mails }),
  }
}

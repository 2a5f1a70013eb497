import { addDays, endOfWibDay, wibDayOf } from '../kernel/time'

const MINUTE = 60_000

/** How long a link can be begun with. */
export const LINK_MS = 10 * MINUTE

/** How long a download that has begun may be resumed or tried again without counting once more. */
export const RETRY_MS = 60 * MINUTE

/** Where packages lie in the store; every key in it belongs to a package or to nobody. */
export const PACKAGES_FOLDER = 'packages/'

/** Last instant of what was bought today. */
export const resolveValidUntil = (now: Date, days: number): Date =>
  endOfWibDay(addDays(wibDayOf(now), days))

/** What of a right decides whether a file may be fetched. */
export type Right = { allowed: number; state: string; used: number; validUntil: Date }

/** Why nothing can be fetched; nothing when it can. A use that has begun is not asked for the limit. */
export const findRefusal = (
  right: Right,
  { hasBegun, now }: { hasBegun: boolean; now: Date },
): 'download.expired' | 'download.limitReached' | 'download.revoked' | undefined => {
  if (right.state !== 'active') {
    return 'download.revoked'
  }
  if (right.validUntil <= now) {
    return 'download.expired'
  }
  return hasBegun || right.used < right.allowed ? undefined : 'download.limitReached'
}

/** Names that differ on every system: the second `a.txt` is `a (2).txt`. */
export const toUniqueNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    const dot = name.lastIndexOf('.')
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let unique = name
    for (let count = 2; taken.has(unique.toLowerCase()); count++) {
      unique = `${stem} (${count})${ending}`
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** A part of a file as a client asks for it; `unsatisfiable` lies behind its end. */
export type AskedRange = 'unsatisfiable' | 'whole' | { end: number; start: number }

/**
 * Reads a `Range` header (RFC 9110 §14.2). One range of bytes counts; several, other units and nonsense
 * mean the whole file, as the RFC allows.
 */
export const parseRange = (header: null | string, size: number): AskedRange => {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = found ?? []
  if (!found || (from === '' && to === '')) {
    return 'whole'
  }
  if (from === '') {
    const length = Number(to)
    return length === 0 ? 'unsatisfiable' : { end: size - 1, start: Math.max(0, size - length) }
  }
  const start = Number(from)
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) {
    return 'whole'
  }
  return start >= size ? 'unsatisfiable' : { end, start }
}

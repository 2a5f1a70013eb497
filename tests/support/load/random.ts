/** A small seeded generator (mulberry32), so that a run can be repeated. */
export type Random = {
  /** 0 ≤ n < limit */
  below: (limit: number) => number
  pick: <T>(list: readonly T[]) => T
  text: (length: number) => string
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Makes a generator. */
export const makeRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    text: (length) => Array.from({ length }, () => LETTERS[below(36)]).join(''),
  }
}

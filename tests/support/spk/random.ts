/** A stream of numbers from 0 to 1 that a seed decides. */
export type Random = () => number

/** Mulberry32: small, and the same everywhere. */
export const makeRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A number between two. */
export const between = (random: Random, low: number, high: number): number =>
  low + random() * (high - low)

/** About normal, with a spread of 1. */
export const bell = (random: Random): number => random() + random() + random() + random() - 2

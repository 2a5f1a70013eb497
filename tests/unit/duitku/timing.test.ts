import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { sameDigest } from '@/plugin/adapters/duitku'

const SAMPLES = 10_000
/** Comparisons per sample: one alone is shorter than the clock's step. */
const REPEATS = 20

const expected = '0123456789abcdef'.repeat(4)
/**
 * A digit in a digit's place, a letter in a letter's: reading hex takes a digit and a letter another
 * way, so the time depends on what the sender himself wrote. That tells him nothing; it must not
 * stand between the two kinds.
 */
const firstWrong = `1${expected.slice(1)}`
const lastWrong = `${expected.slice(0, -1)}e`

const timeOf = (received: string): number => {
  const start = process.hrtime.bigint()
  for (let time = 0; time < REPEATS; time++) {
    sameDigest({ expected, received })
  }
  return Number(process.hrtime.bigint() - start)
}

/** The slowest tenth are interruptions by the machine, which say nothing about the comparison. */
const calm = (times: number[]): number[] =>
  times.toSorted((one, two) => one - two).slice(0, Math.floor(times.length * 0.9))

const momentsOf = (times: number[]): { mean: number; spread: number } => {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (times.length - 1)
  return { mean, spread: variance / times.length }
}

const welch = (ones: number[], others: number[]): number => {
  const [one, other] = [momentsOf(ones), momentsOf(others)]
  return Math.abs(one.mean - other.mean) / Math.sqrt(one.spread + other.spread)
}

const copyOf = (text: string): string => Buffer.from(text, 'latin1').toString('latin1')

/**
 * Both kinds in an order drawn by lot, from one call site. In turn would not do: every comparison
 * takes 64 bytes of the 8 KB that Buffer cuts its small ones from, so the costly comparison that
 * needs a fresh 8 KB would come round in step with the turns and fall on one kind more often than
 * on the other. One call site, since two may be compiled differently; a new copy each time, since
 * where two strings happen to lie in memory makes one of them quicker to read for the whole run.
 */
const measure = (compare: (received: string) => number): number => {
  const times: Record<string, number[]> = { [firstWrong]: [], [lastWrong]: [] }
  for (let sample = 0; sample < 2 * SAMPLES; sample++) {
    const kind = randomInt(2) === 0 ? firstWrong : lastWrong
    times[kind]?.push(compare(copyOf(kind)))
  }
  return welch(calm(times[firstWrong] ?? []), calm(times[lastWrong] ?? []))
}

describe('the comparison of signatures', () => {
  it('takes as long for a wrong first byte as for a wrong last one', () => {
    measure(timeOf)
    const scores: number[] = []
    // The best of three: a leak shows in every run, an interruption of the machine does not.
    while (scores.length < 3 && !scores.some((score) => score < 4.5)) {
      scores.push(measure(timeOf))
    }
    expect(Math.min(...scores), scores.join(' ')).toBeLessThan(4.5)
  }, 60_000)

  it('would be found out if it stopped at the first difference', () => {
    const leaky = (received: string): number => {
      const start = process.hrtime.bigint()
      for (let time = 0; time < REPEATS; time++) {
        for (let at = 0; at < expected.length && received[at] === expected[at]; at++) {
          // Stops early, as `===` on bytes may.
        }
      }
      return Number(process.hrtime.bigint() - start)
    }
    measure(leaky)
    expect(measure(leaky)).toBeGreaterThan(4.5)
  }, 60_000)

  it('is the one of node:crypto, on digests of equal length', () => {
    const source = readFileSync('src/plugin/adapters/duitku/signature.ts', 'utf8')
    expect(source).toContain('timingSafeEqual(Buffer.from(expected')
    expect(sameDigest({ expected, received: expected.slice(0, 32) })).toBe(false)
    expect(sameDigest({ expected, received: expected })).toBe(true)
  })
})

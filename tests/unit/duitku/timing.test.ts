import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { sameDigest } from '@/plugin/adapters/duitku'

const SAMPLES = 10_000
/** Comparisons per sample: one alone is shorter than the clock's step. */
const REPEATS = 20

const expected = '0123456789abcdef'.repeat(4)
const firstWrong = `f${expected.slice(1)}`
const lastWrong = `${expected.slice(0, -1)}0`

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

/** Both kinds in turn, in changing order, so that a machine that slows down meets both alike. */
const measure = (compare: (received: string) => number): number => {
  const first: number[] = []
  const last: number[] = []
  for (let sample = 0; sample < SAMPLES; sample++) {
    if (sample % 2 === 0) {
      first.push(compare(firstWrong))
      last.push(compare(lastWrong))
    } else {
      last.push(compare(lastWrong))
      first.push(compare(firstWrong))
    }
  }
  return welch(calm(first), calm(last))
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

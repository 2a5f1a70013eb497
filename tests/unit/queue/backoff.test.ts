import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { defineTask, giveUp, retryLater } from '../../../src/plugin/kernel/queue'
import { resolveDelay } from '../../../src/plugin/kernel/queue/backoff'
import { findLatestTick, toCronItems } from '../../../src/plugin/kernel/queue/cron'
import { findVerdict } from '../../../src/plugin/kernel/queue/outcome'
import { isConnectionError } from '../../../src/plugin/kernel/queue/pool'

const fraction = fc.double({ max: 0.999_999, min: 0, noNaN: true })

describe('the wait after a failure', () => {
  it('doubles from attempt to attempt up to the cap', () => {
    const waits = [1, 2, 3, 4, 9, 10, 11, 200].map((attempt) =>
      resolveDelay({ attempt, random: 1 }),
    )
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 512_000, 600_000, 600_000, 600_000])
  })

  it('is never longer than the cap nor shorter than half its step', () => {
    fc.assert(
      fc.property(fc.integer({ max: 40_000, min: 1 }), fraction, (attempt, random) => {
        const wait = resolveDelay({ attempt, backoff: { capMs: 5_000, firstMs: 100 }, random })
        const step = Math.min(5_000, 100 * 2 ** Math.min(attempt - 1, 30))
        expect(wait).toBeGreaterThanOrEqual(Math.floor(step / 2))
        expect(wait).toBeLessThanOrEqual(step)
      }),
    )
  })

  it('differs for jobs that failed together', () => {
    const waits = new Set(
      [0, 0.2, 0.4, 0.6, 0.8].map((random) => resolveDelay({ attempt: 5, random })),
    )
    expect(waits.size).toBe(5)
  })
})

describe('the word of a task about its own failure', () => {
  it('is read back from the error', () => {
    expect(findVerdict(giveUp({ reason: 'no' }))).toEqual({ kind: 'dead' })
    expect(findVerdict(retryLater({ afterMs: 5, reason: 'soon' }))).toEqual({
      afterMs: 5,
      kind: 'later',
    })
  })

  it('is absent from every other error', () => {
    expect(findVerdict(new Error('no'))).toBeUndefined()
    expect(findVerdict('no')).toBeUndefined()
  })
})

describe('a task', () => {
  const task = { input: z.object({}), maxAttempts: 1, run: () => Promise.resolve() }

  it.each(['', 'A', 'a b', 'a.', "a'b", 'a;drop'])('is not called %j', (name) => {
    expect(() => defineTask({ ...task, name })).toThrow(/name/i)
  })

  it.each([0, -1, 1.5, 32_768, Number.NaN])('is not attempted %d times', (maxAttempts) => {
    expect(() => defineTask({ ...task, maxAttempts, name: 'a.b' })).toThrow(/maxAttempts/)
  })
})

describe('a cron line', () => {
  const task = defineTask({
    input: z.object({}) as z.ZodType<Record<string, never>>,
    maxAttempts: 3,
    name: 'trial.daily',
    run: () => Promise.resolve(),
  })

  it('matches its UTC minute only and shares one key per task', () => {
    const [item] = toCronItems([
      { backfillMs: 86_400_000, pattern: '5 17 * * *', task, wib: 'setiap hari pukul 00.05 WIB' },
    ])
    expect(item?.match({ date: 1, dow: 0, hour: 17, min: 5, month: 1 })).toBe(true)
    expect(item?.match({ date: 1, dow: 0, hour: 0, min: 5, month: 1 })).toBe(false)
    expect(item?.options).toMatchObject({ backfillPeriod: 86_400_000, jobKey: 'cron:trial.daily' })
  })

  it('was last due at the latest matching minute within its reach', () => {
    const [item] = toCronItems([
      { backfillMs: 3_600_000, pattern: '5 17 * * *', task, wib: 'setiap hari pukul 00.05 WIB' },
    ])
    const latest = (now: string) => item && findLatestTick({ item, now: new Date(now) })
    expect(latest('2026-11-21T17:05:59Z')).toEqual(new Date('2026-11-21T17:05:00Z'))
    expect(latest('2026-11-21T18:05:00Z')).toEqual(new Date('2026-11-21T17:05:00Z'))
    expect(latest('2026-11-21T18:06:00Z')).toBeUndefined()
    expect(latest('2026-11-21T17:04:59Z')).toBeUndefined()
  })

  it('is refused when it is no cron pattern', () => {
    expect(() => toCronItems([{ backfillMs: 0, pattern: 'daily', task, wib: '' }])).toThrow()
  })
})

describe('a lost connection', () => {
  const withCode = (code: string): Error => Object.assign(new Error('x'), { code })

  it.each(['57P01', '57P03', '08006', 'ECONNREFUSED', 'ECONNRESET', '53300'])(
    'is recognised by code %s',
    (code) => {
      expect(isConnectionError(withCode(code))).toBe(true)
    },
  )

  it('is recognised by the driver’s own words', () => {
    expect(isConnectionError(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isConnectionError(new Error('timeout exceeded when trying to connect'))).toBe(true)
  })

  it.each(['23505', '40001', '42P01'])('is not a refused statement (%s)', (code) => {
    expect(isConnectionError(withCode(code))).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rupiah } from '@/plugin/kernel/money'
import { addDays, addMonths, wibDay, type WibDay } from '@/plugin/kernel/time'
import { buildSchedule, type PlanTerms, type Schedule } from '@/plugin/plans'

import { planTerms } from '../../factories/plan'

const scheduleOf = (wish: Partial<PlanTerms>, price = 12_000_000, startOn = '2026-11-21') =>
  buildSchedule({ cashPrice: rupiah(price), startOn: wibDay(startOn), terms: planTerms(wish) })

const dueDays = (schedule: Schedule): string[] => schedule.rows.map(({ dueOn }) => dueOn)
const amounts = (schedule: Schedule): number[] => schedule.rows.map(({ amount }) => amount)

describe('the schedule of a plan', () => {
  it('costs the same as paying at once when there is no markup and no fee', () => {
    const schedule = scheduleOf({})
    expect(schedule).toMatchObject({ difference: 0, total: 12_000_000 })
    expect(amounts(schedule)).toEqual(Array.from({ length: 12 }, () => 1_000_000))
  })

  it('puts the odd rupiah on the first instalments', () => {
    expect(amounts(scheduleOf({ tenor: 3 }, 1_000_001))).toEqual([333_334, 333_334, 333_333])
  })

  it('asks for down payment and setup fee on the day of the order, as a row of its own', () => {
    const schedule = scheduleOf({
      downPayment: { basisPoints: 2_000, kind: 'percent' },
      firstDueDays: 30,
      setupFee: 150_000,
      tenor: 6,
    })
    expect(schedule.rows[0]).toEqual({
      amount: 2_550_000,
      dueOn: '2026-11-21',
      kind: 'downPayment',
      seq: 1,
    })
    expect(schedule.rows).toHaveLength(7)
    expect(schedule).toMatchObject({
      difference: 150_000,
      downPayment: 2_400_000,
      total: 12_150_000,
    })
  })

  it('never makes down payment and first instalment due on the same day', () => {
    const days = dueDays(scheduleOf({ downPayment: { amount: 500_000, kind: 'amount' }, tenor: 2 }))
    expect(days).toEqual(['2026-11-21', '2026-11-22', '2026-12-22'])
  })

  it('takes a flat markup for each month on what is financed, not on the down payment', () => {
    const schedule = scheduleOf({
      downPayment: { amount: 2_000_000, kind: 'amount' },
      markup: { basisPoints: 150, kind: 'perMonth' },
      tenor: 10,
    })
    expect(schedule).toMatchObject({ difference: 1_500_000, markup: 1_500_000, total: 13_500_000 })
  })

  it('multiplies by the number of pieces before it splits', () => {
    const schedule = buildSchedule({
      cashPrice: rupiah(1_000_001),
      quantity: 3,
      startOn: wibDay('2026-11-21'),
      terms: planTerms({ tenor: 2 }),
    })
    expect(amounts(schedule)).toEqual([1_500_002, 1_500_001])
  })

  it('keeps the anchor day over short months: 31 Jan, 28 Feb, 31 Mar', () => {
    expect(dueDays(scheduleOf({ tenor: 5 }, 5_000_000, '2027-01-31'))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ])
  })

  it('takes the first wished day of the month that is not too early', () => {
    const wish = { dueDay: 5, firstDueDays: 10, tenor: 2 }
    expect(dueDays(scheduleOf(wish, 5_000_000, '2026-11-21'))).toEqual(['2026-12-05', '2027-01-05'])
    expect(dueDays(scheduleOf(wish, 5_000_000, '2026-11-26'))).toEqual(['2027-01-05', '2027-02-05'])
  })

  it('refuses a plan that leaves nothing to be paid in parts', () => {
    expect(() => scheduleOf({ downPayment: { amount: 12_000_000, kind: 'amount' } })).toThrow(
      expect.objectContaining({ code: 'plan.invalid' }) as Error,
    )
  })
})

const CASES = 1_000_000

/** Small and fast; the seed makes every run the same (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const FIRST_DAYS = Array.from({ length: 3_660 }, (_, days) => addDays(wibDay('2026-01-01'), days))

/** The first thing that is wrong with a schedule, in words. */
const findFault = (schedule: Schedule, { total }: { total: number }): string | undefined => {
  const parts = schedule.rows.filter(({ kind }) => kind === 'instalment')
  let sum = 0
  for (const { amount } of schedule.rows) sum += amount
  if (sum !== total || schedule.total !== total) return `sums to ${sum} instead of ${total}`
  const [first, last] = [parts[0]?.amount ?? 0, parts.at(-1)?.amount ?? 0]
  if (first - last > 1 || first < last) return `parts run from ${first} to ${last}`
  for (const [index, { amount, dueOn }] of schedule.rows.entries()) {
    const before = schedule.rows[index - 1]
    if (!Number.isSafeInteger(amount) || amount <= 0) return `row ${index + 1} is ${amount}`
    if (before && dueOn <= before.dueOn) return `row ${index + 1} is due on ${dueOn}`
    if (before?.kind === 'instalment' && amount > before.amount) return `row ${index + 1} grows`
  }
  return undefined
}

describe('over a million schedules', () => {
  it('sums are exact, parts differ by one rupiah at most, larger first, and due days rise', () => {
    const random = randomOf(20_261_122)
    let tried = 0
    for (; tried < CASES; tried += 1) {
      // Most plans are short; every length up to 36 comes up thousands of times.
      const tenor = random(8) === 0 ? 1 + random(36) : 1 + random(6)
      const price = tenor + 1_000 + random(1_000) * random(1_000_000_000)
      const down = random(2) * random(1_000)
      const setupFee = random(3) === 0 ? random(1_000_000) : 0
      const startOn = FIRST_DAYS[random(FIRST_DAYS.length)] as WibDay
      const schedule = buildSchedule({
        cashPrice: rupiah(price),
        startOn,
        terms: planTerms({
          downPayment: down > 0 ? { amount: down, kind: 'amount' } : { kind: 'none' },
          firstDueDays: random(61),
          setupFee,
          tenor,
        }),
      })
      const fault = findFault(schedule, { total: price + setupFee })
      if (fault) {
        expect.fail(`price ${price}, down ${down}, ${tenor} parts from ${startOn}: ${fault}`)
      }
    }
    expect(tried).toBe(CASES)
  }, 300_000)

  it('every due day is the anchor day, or the last day of a month that is too short for it', () => {
    fc.assert(
      fc.property(fc.nat(3_659), fc.integer({ max: 36, min: 1 }), (at, tenor) => {
        const startOn = FIRST_DAYS[at] as WibDay
        const days = dueDays(scheduleOf({ tenor }, 36_000_000, startOn))
        expect(days).toEqual(
          Array.from({ length: tenor }, (_, months) => addMonths({ anchor: startOn, months })),
        )
        const anchor = startOn.slice(8)
        expect(
          days.every((day) => day.endsWith(anchor) || addDays(wibDay(day), 1).endsWith('-01')),
        ).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })
})

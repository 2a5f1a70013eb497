import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addWorkingTime,
  isWorkingTime,
  type OpenHours,
  startOfWibDay,
  subtractWorkingTime,
  type WibDay,
  wibDay,
  wibDayOf,
  type WorkCalendar,
} from '@/plugin/kernel/time'

const HOUR = 3_600_000

const hours = (from: number, to: number): OpenHours => ({ from: from * HOUR, to: to * HOUR })
const workday = hours(9, 17)

/** Monday to Friday nine to five, Saturday until one. */
const week = [null, workday, workday, workday, workday, workday, hours(9, 13)]

const shop = (...holidays: string[]): WorkCalendar => ({
  holidays: new Set(holidays.map(wibDay)),
  week,
})

/** `2026-11-23 10:30`, as the clock on the wall in Jakarta shows it. */
const wib = (text: string): Date => {
  const [day = '', time = ''] = text.split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return new Date(startOfWibDay(wibDay(day)).getTime() + (hour * 60 + minute) * 60_000)
}

describe('A deadline in working hours', () => {
  // 2026-11-23 is a Monday.
  it.each([
    ['on the same day', '2026-11-23 09:00', 3, '2026-11-23 12:00'],
    ['until closing time', '2026-11-23 10:00', 7, '2026-11-23 17:00'],
    ['over the night', '2026-11-23 16:30', 1, '2026-11-24 09:30'],
    ['from before the opening', '2026-11-23 05:00', 1, '2026-11-23 10:00'],
    ['from after the closing', '2026-11-23 22:00', 1, '2026-11-24 10:00'],
    ['over a short Saturday', '2026-11-27 16:00', 6, '2026-11-30 10:00'],
    ['from a Sunday', '2026-11-29 12:00', 8, '2026-11-30 17:00'],
    ['of 24 hours is three days of work', '2026-11-23 09:00', 24, '2026-11-25 17:00'],
    ['of half an hour', '2026-11-23 16:45', 0.5, '2026-11-24 09:15'],
    ['of nothing, in the night, is the opening', '2026-11-23 23:00', 0, '2026-11-24 09:00'],
    ['a minute before midnight WIB', '2026-11-23 23:59', 1, '2026-11-24 10:00'],
    ['a minute after midnight WIB', '2026-11-24 00:01', 1, '2026-11-24 10:00'],
  ])('%s', (_what, from, count, until) => {
    expect(addWorkingTime(wib(from), count, shop())).toEqual(wib(until))
  })

  it('goes around holidays', () => {
    const calendar = shop('2026-12-24', '2026-12-25')
    expect(addWorkingTime(wib('2026-12-23 16:00'), 2, calendar)).toEqual(wib('2026-12-26 10:00'))
  })

  it('is refused where nobody ever works, instead of being looked for for ever', () => {
    const idle = { holidays: new Set<WibDay>(), week: week.map(() => null) }
    expect(() => addWorkingTime(new Date(), 1, idle)).toThrow(RangeError)
  })
})

describe('The hours of work', () => {
  it.each([
    ['2026-11-23 08:59', false],
    ['2026-11-23 09:00', true],
    ['2026-11-23 16:59', true],
    ['2026-11-23 17:00', false],
    ['2026-11-28 13:00', false],
    ['2026-11-29 10:00', false],
    ['2026-12-25 10:00', false],
  ])('at %s: %s', (at, isOpen) => {
    expect(isWorkingTime(wib(at), shop('2026-12-25'))).toBe(isOpen)
  })
})

const instants = fc.date({
  max: new Date('2028-01-01T00:00:00Z'),
  min: new Date('2026-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const counts = fc.integer({ max: 400, min: 0 }).map((quarters) => quarters / 4)
const days = fc.option(
  fc
    .tuple(fc.integer({ max: 23, min: 0 }), fc.integer({ max: 24, min: 1 }))
    .map(([a, b]) => hours(Math.min(a, b - 1), Math.max(a + 1, b))),
)
const calendars = fc
  .record({
    holidays: fc.array(instants.map(wibDayOf), { maxLength: 60 }).map((list) => new Set(list)),
    week: fc.array(days, { maxLength: 7, minLength: 7 }),
  })
  .filter(({ week: each }) => each.some((open) => open !== null))

const lies = (at: Date, { holidays, week: each }: WorkCalendar): boolean => {
  const day = wibDayOf(at)
  const midnight = startOfWibDay(day).getTime()
  const open = each[new Date(midnight + 7 * HOUR).getUTCDay()]
  const since = at.getTime() - midnight
  // Open until midnight: that closing time is the first instant of the next day.
  const before = new Date(at.getTime() - 1)
  return holidays.has(day) || !open || since < open.from || since > open.to
    ? since === 0 && wibDayOf(before) !== day && lies(before, { holidays, week: each })
    : true
}

const someTime = counts.filter((count) => count > 0)

describe('Looking back over hours of work', () => {
  it('finds the last instant from which so many have passed', () => {
    const back = (until: string, count: number) =>
      subtractWorkingTime(wib(until), count, shop('2026-12-25'))
    expect(back('2026-12-23 15:00', 4)).toEqual(wib('2026-12-23 11:00'))
    expect(back('2026-12-23 10:00', 4)).toEqual(wib('2026-12-22 14:00'))
    expect(back('2026-12-26 09:30', 1)).toEqual(wib('2026-12-24 16:30'))
    expect(back('2026-12-25 12:00', 8)).toEqual(wib('2026-12-24 09:00'))
  })

  it('is the other way round of a deadline, to the millisecond', () => {
    fc.assert(
      fc.property(instants, someTime, calendars, (until, count, calendar) => {
        const from = subtractWorkingTime(until, count, calendar)
        const next = new Date(from.getTime() + 1)
        expect(addWorkingTime(from, count, calendar).getTime()).toBeLessThanOrEqual(until.getTime())
        expect(addWorkingTime(next, count, calendar).getTime()).toBeGreaterThan(until.getTime())
      }),
    )
  })
})

describe('Whatever the shop’s hours are, a deadline', () => {
  it('lies within them, closing time included', () => {
    fc.assert(
      fc.property(instants, counts, calendars, (from, count, calendar) => {
        expect(lies(addWorkingTime(from, count, calendar), calendar)).toBe(true)
      }),
    )
  })

  it('is never before its beginning, and later for whoever begins later or needs longer', () => {
    fc.assert(
      fc.property(instants, instants, counts, counts, calendars, (a, b, m, n, calendar) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        const [short, long] = [Math.min(m, n), Math.max(m, n)]
        const due = addWorkingTime(early, short, calendar)
        expect(due.getTime()).toBeGreaterThanOrEqual(early.getTime())
        expect(addWorkingTime(late, long, calendar).getTime()).toBeGreaterThanOrEqual(due.getTime())
      }),
    )
  })

  it('is the same whether its hours are counted at once or one after the other', () => {
    fc.assert(
      fc.property(instants, counts, counts, calendars, (from, m, n, calendar) => {
        const step = addWorkingTime(addWorkingTime(from, m, calendar), n, calendar)
        expect(step).toEqual(addWorkingTime(from, m + n, calendar))
      }),
    )
  })

  it('that falls on a closing at midnight stays there when nothing is added', () => {
    const late = { from: 22 * 3_600_000, to: 24 * 3_600_000 }
    const calendar = {
      holidays: new Set<never>(),
      week: [null, null, late, null, null, late, null],
    }
    const closing = addWorkingTime(new Date('2026-01-01T00:00:00Z'), 2, calendar)
    expect(closing).toEqual(new Date('2026-01-02T17:00:00Z'))
    expect(addWorkingTime(closing, 0, calendar)).toEqual(closing)
  })

  it('is only put off by a further holiday, never brought forward', () => {
    fc.assert(
      fc.property(instants, counts, calendars, instants, (from, count, calendar, day) => {
        const more = { ...calendar, holidays: new Set([...calendar.holidays, wibDayOf(day)]) }
        expect(addWorkingTime(from, count, more).getTime()).toBeGreaterThanOrEqual(
          addWorkingTime(from, count, calendar).getTime(),
        )
      }),
    )
  })
})

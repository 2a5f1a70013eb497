import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'

import {
  addDays,
  addMonths,
  daysBetween,
  endOfWibDay,
  formatDay,
  formatInstant,
  formatInstantShort,
  formatWait,
  startOfWibDay,
  wibDay,
  wibDayOf,
} from '@/plugin/kernel/time'

const invalid = expect.objectContaining({ code: 'time.invalidDay', status: 422 })
const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const days = instants.map(wibDayOf)

describe('a Jakarta calendar day', () => {
  it.each(['2026-11-21', '2028-02-29', '2000-02-29', '9999-12-31'])('accepts %s', (text) => {
    expect(wibDay(text)).toBe(text)
  })

  it.each([
    '',
    '2026-2-1',
    '2026-02-30',
    '2027-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '21-11-2026',
    '2026-11-21T00:00',
    '2026-11-21\n',
    ' 2026-11-21',
  ])('refuses %j', (text) => {
    expect(() => wibDay(text)).toThrow(invalid)
  })

  it('begins at 17:00 UTC and ends at 16:59:59.999 UTC', () => {
    expect(startOfWibDay(wibDay('2026-11-21')).toISOString()).toBe('2026-11-20T17:00:00.000Z')
    expect(endOfWibDay(wibDay('2026-11-21')).toISOString()).toBe('2026-11-21T16:59:59.999Z')
    expect(wibDayOf(new Date('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21')
    expect(wibDayOf(new Date('2026-11-21T17:00:00.000Z'))).toBe('2026-11-22')
  })

  it('turns the year at Jakarta midnight', () => {
    expect(wibDayOf(new Date('2026-12-31T16:59:59.999Z'))).toBe('2026-12-31')
    expect(wibDayOf(new Date('2026-12-31T17:00:00.000Z'))).toBe('2027-01-01')
  })

  it('holds every instant between its start and its end', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = wibDayOf(at)
        expect(startOfWibDay(day).getTime()).toBeLessThanOrEqual(at.getTime())
        expect(endOfWibDay(day).getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(endOfWibDay(day).getTime() + 1).toBe(startOfWibDay(addDays(day, 1)).getTime())
      }),
    )
  })

  it('refuses instants that are none', () => {
    expect(() => wibDayOf(new Date(NaN))).toThrow(invalid)
    expect(() => wibDayOf(new Date(8.64e15 - 8 * 3_600_000))).toThrow(invalid)
  })
})

describe('counting days', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -10_000, max: 10_000 }), (from, count) => {
        const to = addDays(from, count)
        expect(daysBetween({ from, to })).toBe(count)
        expect(addDays(to, -count)).toBe(from)
        expect(from < to).toBe(count > 0)
      }),
    )
  })

  it('knows leap days', () => {
    expect(addDays(wibDay('2028-02-28'), 1)).toBe('2028-02-29')
    expect(addDays(wibDay('2027-02-28'), 1)).toBe('2027-03-01')
  })

  it('refuses broken counts', () => {
    expect(() => addDays(wibDay('2026-01-01'), 0.5)).toThrow(invalid)
    expect(() => addDays(wibDay('9999-12-31'), 1)).toThrow(invalid)
    expect(() => addMonths({ anchor: wibDay('2026-01-01'), months: NaN })).toThrow(invalid)
  })
})

describe('counting months', () => {
  it('clamps to short months and remembers the anchor', () => {
    const chain = (anchor: string) =>
      [0, 1, 2, 3, 4].map((months) => addMonths({ anchor: wibDay(anchor), months }).slice(5))
    expect(chain('2026-01-31')).toEqual(['01-31', '02-28', '03-31', '04-30', '05-31'])
    expect(chain('2028-01-30')).toEqual(['01-30', '02-29', '03-30', '04-30', '05-30'])
    expect(chain('2026-10-31')).toEqual(['10-31', '11-30', '12-31', '01-31', '02-28'])
    expect(addMonths({ anchor: wibDay('2028-02-29'), months: 12 })).toBe('2029-02-28')
    expect(addMonths({ anchor: wibDay('2028-02-29'), months: 48 })).toBe('2032-02-29')
    expect(addMonths({ anchor: wibDay('2026-01-31'), months: -2 })).toBe('2025-11-30')
  })

  it('keeps the anchor day over ten years, or the last day of a shorter month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), (anchor, months) => {
        const day = addMonths({ anchor, months })
        const index = Number(anchor.slice(0, 4)) * 12 + Number(anchor.slice(5, 7)) - 1 + months
        expect(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1).toBe(index)
        const kept = day.slice(8) === anchor.slice(8)
        const isLastOfMonth = addDays(day, 1).slice(8) === '01'
        expect(kept || (isLastOfMonth && day.slice(8) < anchor.slice(8))).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  it('makes due days that strictly increase', () => {
    for (const anchor of ['2026-01-28', '2026-01-29', '2026-01-30', '2026-01-31', '2028-02-29']) {
      const due = Array.from({ length: 121 }, (_, months) =>
        addMonths({ anchor: wibDay(anchor), months }),
      )
      expect(new Set(due).size).toBe(121)
      expect([...due].sort()).toEqual(due)
    }
  })
})

describe('the server’s own time zone', () => {
  const original = process.env.TZ
  afterEach(() => {
    if (original === undefined) delete process.env.TZ
    else process.env.TZ = original
  })

  const answers = () => [
    wibDayOf(new Date('2026-03-08T16:59:59.999Z')),
    wibDayOf(new Date('2026-03-08T17:00:00.000Z')),
    addDays(wibDay('2026-03-07'), 1),
    addDays(wibDay('2026-10-31'), 1),
    addMonths({ anchor: wibDay('2026-01-31'), months: 1 }),
    daysBetween({ from: wibDay('2026-03-01'), to: wibDay('2026-04-01') }),
    endOfWibDay(wibDay('2026-03-08')).toISOString(),
    formatInstant(new Date('2026-03-08T07:30:00Z')),
  ]

  it('changes no answer', () => {
    const zones = ['UTC', 'Asia/Jakarta', 'America/New_York', 'Pacific/Kiritimati']
    const results = zones.map((zone) => {
      process.env.TZ = zone
      return { offset: new Date('2026-03-01T00:00:00Z').getTimezoneOffset(), answers: answers() }
    })
    // Guards the test itself: the zone really was changed.
    expect(new Set(results.map(({ offset }) => offset)).size).toBe(zones.length)
    for (const result of results) expect(result.answers).toEqual(results[0]?.answers)
    expect(results[0]?.answers.slice(0, 2)).toEqual(['2026-03-08', '2026-03-09'])
  })
})

describe('writing days and instants', () => {
  it('writes the day in both languages', () => {
    expect(formatDay(wibDay('2026-11-21'))).toBe('21 November 2026')
    expect(formatDay(wibDay('2026-08-01'))).toBe('1 Agustus 2026')
    expect(formatDay(wibDay('2026-08-01'), 'en')).toBe('1 August 2026')
  })

  it('writes the instant in WIB', () => {
    const at = new Date('2026-11-21T07:30:00Z')
    expect(formatInstant(at)).toBe('21 November 2026 pukul 14.30 WIB')
    expect(formatInstant(at, 'en')).toBe('21 November 2026, 14:30 WIB')
    expect(formatInstant(new Date('2026-11-21T17:05:00Z'))).toBe('22 November 2026 pukul 00.05 WIB')
  })
})

describe('Instants in tables', () => {
  it('are short and in WIB, whatever the day in UTC', () => {
    const late = new Date('2026-08-31T17:05:00.000Z')
    expect(formatInstantShort(late)).toBe('1 Sep 2026 00.05 WIB')
    expect(formatInstantShort(late, 'en')).toBe('1 Sep 2026 00:05 WIB')
    expect(formatInstantShort(new Date('2026-05-20T03:30:00.000Z'))).toBe('20 Mei 2026 10.30 WIB')
  })
})

describe('formatWait', () => {
  const to = new Date('2026-11-21T07:30:00Z')
  const ago = (ms: number) => ({ from: new Date(to.getTime() - ms), to })

  it.each([
    [0, 'baru saja', 'just now'],
    [59_999, 'baru saja', 'just now'],
    [60_000, '1 menit', '1 minute'],
    [3_599_999, '59 menit', '59 minutes'],
    [3_600_000, '1 jam', '1 hour'],
    [86_399_999, '23 jam', '23 hours'],
    [86_400_000, '1 hari', '1 day'],
    [40 * 86_400_000, '40 hari', '40 days'],
    [-5_000, 'baru saja', 'just now'],
  ])('says %i ms in the largest whole unit', (ms, id, en) => {
    expect(formatWait(ago(ms))).toBe(id)
    expect(formatWait(ago(ms), 'en')).toBe(en)
  })
})

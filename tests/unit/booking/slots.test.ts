import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findSlots,
  type HostHours,
  resolveBlock,
  SESSION_MS,
  type SlotQuery,
  type Taken,
} from '@/plugin/booking/rules'
import { addDays, type WibDay, wibDay, wibDayOf } from '@/plugin/kernel/time'

const HOUR = 3_600_000
const MINUTE = 60_000
/** Monday 30 November 2026, 10.00 WIB. */
const MONDAY = new Date('2026-11-30T03:00:00Z')
const MORNING = { from: 9 * HOUR, to: 12 * HOUR }
const WORKDAYS = [[], [MORNING], [MORNING], [MORNING], [MORNING], [MORNING], []]

const host = (changes: Partial<HostHours> = {}): HostHours => ({
  bufferMs: 15 * MINUTE,
  exceptions: new Map(),
  hostId: 'adi',
  horizonDays: 7,
  maxPerDay: 4,
  noticeDays: 1,
  noticeMs: 0,
  week: WORKDAYS,
  ...changes,
})

const query = (changes: Partial<SlotQuery> = {}): SlotQuery => ({
  holidays: new Set(),
  hosts: [host()],
  lengthMs: SESSION_MS,
  now: MONDAY,
  taken: [],
  ...changes,
})

const at = (text: string): Date => new Date(`2026-12-${text}:00+07:00`)

const take = (startsAt: Date, changes: Partial<Taken> = {}): Taken => ({
  ...resolveBlock({ bufferMs: 15 * MINUTE, lengthMs: SESSION_MS, startsAt }),
  hostId: 'adi',
  startsAt,
  ...changes,
})

const clocksOn = (day: string, asked: SlotQuery): string[] =>
  findSlots(asked)
    .filter(({ startsAt }) => wibDayOf(startsAt) === day)
    .map(({ startsAt }) => new Date(startsAt.getTime() + 7 * HOUR).toISOString().slice(11, 16))

describe('Times that can be picked', () => {
  it('begin every half hour and end before the hours do', () => {
    expect(clocksOn('2026-12-01', query())).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
  })

  it('are fewer when more hours were bought', () => {
    expect(clocksOn('2026-12-01', query({ lengthMs: 3 * HOUR }))).toEqual(['09:00'])
    expect(clocksOn('2026-12-01', query({ lengthMs: 4 * HOUR }))).toEqual([])
  })

  it('begin tomorrow, whatever the hour today: notice is counted in days of the calendar', () => {
    const late = new Date('2026-11-30T16:59:00Z')
    expect(wibDayOf(findSlots(query({ now: late }))[0]?.startsAt ?? late)).toBe('2026-12-01')
    const afterMidnight = new Date('2026-11-30T17:00:00Z')
    const [first] = findSlots(query({ now: afterMidnight }))
    expect(wibDayOf(first?.startsAt ?? late)).toBe('2026-12-02')
  })

  it('may be today when no notice is asked for, but never in the past', () => {
    const today = query({ hosts: [host({ noticeDays: 0 })] })
    expect(clocksOn('2026-11-30', today)).toEqual(['10:30', '11:00'])
    const hours = query({ hosts: [host({ noticeDays: 0, noticeMs: HOUR })] })
    expect(clocksOn('2026-11-30', hours)).toEqual([])
  })

  it('leave out weekends, holidays and days off, and keep days with hours of their own', () => {
    const exceptions = new Map<WibDay, { from: number; to: number }[]>([
      [wibDay('2026-12-02'), []],
      [wibDay('2026-12-05'), [{ from: 13 * HOUR, to: 14 * HOUR }]],
    ])
    const asked = query({
      holidays: new Set([wibDay('2026-12-03')]),
      hosts: [host({ exceptions })],
    })
    const days = new Set(findSlots(asked).map(({ startsAt }) => wibDayOf(startsAt)))
    expect([...days]).toEqual(['2026-12-01', '2026-12-04', '2026-12-05', '2026-12-07'])
    expect(clocksOn('2026-12-05', asked)).toEqual(['13:00'])
  })

  it('reach as far ahead as the host says', () => {
    const last = findSlots(query({ hosts: [host({ horizonDays: 2 })] })).at(-1)
    expect(last?.startsAt).toEqual(at('02T11:00'))
  })

  it('keep the buffer before and after what is taken', () => {
    const asked = query({ taken: [take(at('01T10:00'))] })
    expect(clocksOn('2026-12-01', asked)).toEqual([])
    const early = query({ taken: [take(at('01T09:00'))] })
    expect(clocksOn('2026-12-01', early)).toEqual(['10:30', '11:00'])
  })

  it('end when the day bears no more sessions', () => {
    const full = query({ hosts: [host({ maxPerDay: 1 })], taken: [take(at('01T09:00'))] })
    expect(clocksOn('2026-12-01', full)).toEqual([])
    expect(clocksOn('2026-12-02', full)).toHaveLength(5)
  })

  it('of two hosts go to the one who has less to do that day', () => {
    const hosts = [host(), host({ hostId: 'bela' })]
    const taken = [take(at('01T09:00'))]
    const [slot] = findSlots(query({ hosts, taken })).filter(
      ({ startsAt }) => startsAt.getTime() === at('01T11:00').getTime(),
    )
    expect(slot?.hostId).toBe('bela')
  })

  it('never overlap what is taken, buffers included, whatever the hours are', () => {
    const hours = fc
      .tuple(fc.integer({ max: 46, min: 0 }), fc.integer({ max: 10, min: 1 }))
      .map(([from, length]) => ({
        from: from * 30 * MINUTE,
        to: Math.min(24 * HOUR, (from + length) * 30 * MINUTE),
      }))
    const start = fc
      .tuple(fc.integer({ max: 6, min: 0 }), fc.integer({ max: 95, min: 0 }))
      .map(
        ([day, quarter]) =>
          new Date(at('01T00:00').getTime() + day * 24 * HOUR + quarter * 15 * MINUTE),
      )
    fc.assert(
      fc.property(
        fc.array(hours, { maxLength: 3, minLength: 1 }),
        fc.array(start, { maxLength: 6 }),
        fc.integer({ max: 60, min: 0 }),
        (week, starts, buffer) => {
          const bufferMs = buffer * MINUTE
          const own = host({ bufferMs, maxPerDay: 24, week: Array.from({ length: 7 }, () => week) })
          const taken = starts.map((startsAt) => take(startsAt))
          for (const { startsAt } of findSlots(query({ hosts: [own], taken }))) {
            const block = resolveBlock({ bufferMs, lengthMs: SESSION_MS, startsAt })
            expect(
              taken.some(
                (each) =>
                  each.blocksFrom < block.blocksUntil && block.blocksFrom < each.blocksUntil,
              ),
            ).toBe(false)
            expect(wibDayOf(startsAt) >= addDays(wibDayOf(MONDAY), 1)).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

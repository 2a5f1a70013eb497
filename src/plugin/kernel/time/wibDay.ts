import { DomainError } from '../errors/domainError'

declare const wibDayBrand: unique symbol

/** A calendar day in Asia/Jakarta, written 'YYYY-MM-DD'. Two days compare as texts. */
export type WibDay = string & { readonly [wibDayBrand]: true }

const MS_PER_DAY = 86_400_000

/** WIB is UTC+7 all year: Jakarta keeps no summer time, so no time zone data is needed. */
const WIB_OFFSET_MS = 7 * 3_600_000

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads a 'YYYY-MM-DD' day; throws `time.invalidDay` for anything else, 30 February included. */
export function wibDay(text: string): WibDay {
  const found = WRITTEN.exec(text)
  const [year, month, day] = found ? found.slice(1).map(Number) : []
  if (!year || !month || !day || month > 12 || day > daysInMonth({ year, month })) {
    throw new DomainError('time.invalidDay', { value: text.slice(0, 32) })
  }
  return text as WibDay
}

/** The Jakarta day an instant falls on. */
export function wibDayOf(instant: Date): WibDay {
  return fromUtcMs(instant.getTime() + WIB_OFFSET_MS)
}

/** The day a number of days later, or earlier when negative. */
export function addDays(day: WibDay, days: number): WibDay {
  return fromUtcMs(toUtcMs(day) + wholeNumber(days) * MS_PER_DAY)
}

/**
 * The day a number of months after the anchor, clamped to the end of a short month.
 * Always count from the anchor, never from the last result: 31 Jan → 28 Feb → 31 Mar.
 */
export function addMonths(args: { anchor: WibDay; months: number }): WibDay {
  const [year, month, day] = partsOfDay(args.anchor)
  const index = year * 12 + (month - 1) + wholeNumber(args.months)
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  const clamped = Math.min(day, daysInMonth(target))
  return wibDay([pad(target.year, 4), pad(target.month, 2), pad(clamped, 2)].join('-'))
}

/** How many days lie between two days; negative when `to` is earlier. */
export function daysBetween(args: { from: WibDay; to: WibDay }): number {
  return (toUtcMs(args.to) - toUtcMs(args.from)) / MS_PER_DAY
}

/** The first instant of a Jakarta day: 17:00 UTC of the day before. */
export function startOfWibDay(day: WibDay): Date {
  return new Date(toUtcMs(day) - WIB_OFFSET_MS)
}

/** The last millisecond of a Jakarta day: 16:59:59.999 UTC. A bill due on a day is late only after it. */
export function endOfWibDay(day: WibDay): Date {
  return new Date(toUtcMs(day) - WIB_OFFSET_MS + MS_PER_DAY - 1)
}

/** Year, month (1–12) and day of the month. */
export function partsOfDay(day: WibDay): [year: number, month: number, day: number] {
  const [year = 0, month = 0, date = 0] = wibDay(day).split('-').map(Number)
  return [year, month, date]
}

function daysInMonth({ year, month }: { year: number; month: number }): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function toUtcMs(day: WibDay): number {
  return Date.parse(`${wibDay(day)}T00:00:00.000Z`)
}

function fromUtcMs(ms: number): WibDay {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) throw new DomainError('time.invalidDay', { value: String(ms) })
  // Years outside 1–9999 get a sign in ISO form, which wibDay refuses after the cut.
  const text = date.toISOString()
  return wibDay(text.slice(0, text.indexOf('T')))
}

function wholeNumber(value: number): number {
  if (!Number.isSafeInteger(value)) {
    throw new DomainError('time.invalidDay', { value: String(value) })
  }
  return value
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

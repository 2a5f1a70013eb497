import { addDays, daysBetween, startOfWibDay, type WibDay, wibDay, wibDayOf } from './wibDay'

/** The hours of one weekday: milliseconds after midnight WIB, `from` before `to`. */
export type OpenHours = { from: number; to: number }

/** When the shop works. */
export type WorkCalendar = {
  /** Days on which nobody works, whatever weekday they are. */
  holidays: ReadonlySet<WibDay>
  /** Seven entries, Sunday first; null is a day off. */
  week: readonly (null | OpenHours)[]
}

/** A Sunday from which weekdays are counted. */
const SUNDAY = wibDay('2026-11-22')
const HOUR_MS = 3_600_000
/** Ten years: longer than any promise, and the end for a calendar in which nobody ever works. */
const FARTHEST_DAYS = 3_660

/** Day of the week, 0 is Sunday. */
export function weekdayOf(day: WibDay): number {
  return ((daysBetween({ from: SUNDAY, to: day }) % 7) + 7) % 7
}

/** Opening and closing of one day as instants, or null on a day off. */
const findHours = (
  day: WibDay,
  { holidays, week }: WorkCalendar,
): { closes: number; opens: number } | null => {
  const hours = holidays.has(day) ? null : week[weekdayOf(day)]
  const midnight = startOfWibDay(day).getTime()
  return hours ? { closes: midnight + hours.to, opens: midnight + hours.from } : null
}

/** Whether the shop is at work at this instant; at closing time it no longer is. */
export function isWorkingTime(at: Date, calendar: WorkCalendar): boolean {
  const hours = findHours(wibDayOf(at), calendar)
  return hours !== null && at.getTime() >= hours.opens && at.getTime() < hours.closes
}

/**
 * The instant by which that many hours of work have passed. Time off does not count: what begins at
 * night or on a holiday begins at the next opening. The result lies within the hours of a working
 * day, its closing time included.
 *
 * @param hours Not negative; may be a fraction
 * @throws RangeError when nobody works for ten years
 */
export function addWorkingTime(from: Date, hours: number, calendar: WorkCalendar): Date {
  let left = Math.round(hours * HOUR_MS)
  // A shop that closes at midnight closes on the day before.
  let day = addDays(wibDayOf(from), -1)
  for (let days = 0; days < FARTHEST_DAYS; days++, day = addDays(day, 1)) {
    const open = findHours(day, calendar)
    const begins = Math.max(from.getTime(), open?.opens ?? 0)
    if (open && begins <= open.closes) {
      if (begins + left <= open.closes) return new Date(begins + left)
      left -= open.closes - begins
    }
  }
  throw new RangeError('Nobody works within ten years')
}

/**
 * The latest instant from which that many hours of work have passed by `until`: whatever began then or
 * before has waited as long. The other way round of {@link addWorkingTime}; the calendar knows the
 * holidays that lie between.
 *
 * @param hours More than none; may be a fraction
 * @throws RangeError when nobody has worked for ten years
 */
export function subtractWorkingTime(until: Date, hours: number, calendar: WorkCalendar): Date {
  let left = Math.round(hours * HOUR_MS)
  let day = wibDayOf(until)
  for (let days = 0; days < FARTHEST_DAYS; days++, day = addDays(day, -1)) {
    const open = findHours(day, calendar)
    const ends = Math.min(until.getTime(), open?.closes ?? 0)
    if (open && ends >= open.opens) {
      if (ends - left >= open.opens) return new Date(ends - left)
      left -= ends - open.opens
    }
  }
  throw new RangeError('Nobody has worked for ten years')
}

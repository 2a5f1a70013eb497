import { startOfWibDay, type WibDay, wibDayOf, addDays } from '../../kernel/time'

const HOUR_MS = 3_600_000

/** The hours of the day, WIB, within which customers are written to: from, until. */
export type Hours = readonly [from: number, until: number]

/** The instant at which an hour of a WIB day begins. */
export const hourOf = (day: WibDay, hour: number): Date =>
  new Date(startOfWibDay(day).getTime() + hour * HOUR_MS)

/** Whether customers may be written to now. */
export const isWithinHours = (now: Date, [from, until]: Hours): boolean => {
  const today = wibDayOf(now)
  return now >= hourOf(today, from) && now < hourOf(today, until)
}

/** The next instant at which customers may be written to; now, when they may be. */
export const nextOpening = (now: Date, hours: Hours): Date => {
  const today = wibDayOf(now)
  const opening = hourOf(today, hours[0])
  if (now < opening) {
    return opening
  }
  return isWithinHours(now, hours) ? now : hourOf(addDays(today, 1), hours[0])
}

import { type WibDay, wibDayOf } from '@/plugin/kernel/time'

/** The times of one WIB day that can be picked. */
export type DayOfTimes = { day: WibDay; times: string[] }

/** How many days stand on one page. */
export const DAYS_PER_PAGE = 5

/** ISO instants, the earliest first, by the day on which they fall in Jakarta. */
export const groupByDay = (times: readonly string[]): DayOfTimes[] => {
  const days = new Map<WibDay, string[]>()
  for (const time of times) {
    const day = wibDayOf(new Date(time))
    days.set(day, [...(days.get(day) ?? []), time])
  }
  return [...days].map(([day, own]) => ({ day, times: own }))
}

/** One page of days, and how many pages there are. Beyond the end is the last. */
export const pageOfDays = (
  days: readonly DayOfTimes[],
  wanted: number,
): { days: readonly DayOfTimes[]; page: number; pages: number } => {
  const pages = Math.max(1, Math.ceil(days.length / DAYS_PER_PAGE))
  const page = Math.min(Math.max(1, wanted), pages)
  return { days: days.slice((page - 1) * DAYS_PER_PAGE, page * DAYS_PER_PAGE), page, pages }
}

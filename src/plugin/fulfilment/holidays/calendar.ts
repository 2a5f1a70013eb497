import type { Tx } from '../../kernel/payload'
import type { WorkCalendar } from '../../kernel/time'

import { type SQL, sql } from '../../kernel/payload'
import { addDays, type WibDay, wibDayOf } from '../../kernel/time'
import { fulfilmentRuntime } from '../runtime'

/** First WIB day whose holidays matter now: work that fell due yesterday is still counted. */
export const holidaysSince = (now: Date): WibDay => addDays(wibDayOf(now), -1)

/**
 * The holidays from the WIB day `since` on, as a JSON expression for a statement that needs them
 * anyway: an array of WIB days.
 */
export const selectHolidays = (since: SQL): SQL => sql`(select coalesce(json_agg(h.day), '[]')
  from holidays h where h.day >= ${since})`

/** When the shop works, with the holidays that a statement has read. */
export const calendarOf = (payload: Tx['payload'], holidays: readonly string[]): WorkCalendar => ({
  holidays: new Set(holidays as WibDay[]),
  week: fulfilmentRuntime.get(payload).workingHours,
})

/** When the shop works, from a day before `now` on. One statement. */
export const findCalendar = async (
  tx: Pick<Tx, 'payload' | 'rows'>,
  now: Date,
): Promise<WorkCalendar> => {
  const [row] = await tx.rows<{ holidays: string[] }>(
    sql`select ${selectHolidays(sql`${holidaysSince(now)}`)} as holidays`,
  )
  return calendarOf(tx.payload, row?.holidays ?? [])
}

/** Longer than any wait that a shop can set. */
const LOOK_BACK_MS = 120 * 24 * 60 * 60 * 1000

/** {@link findCalendar} for who counts hours of work back from `now`. One statement. */
export const findPastCalendar = (
  tx: Pick<Tx, 'payload' | 'rows'>,
  now: Date,
): Promise<WorkCalendar> => findCalendar(tx, new Date(now.getTime() - LOOK_BACK_MS))

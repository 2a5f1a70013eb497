import type { Clocks } from '../rules'
import type { RowMove } from './moveRow'

import { findMove } from '../../kernel/machine'
import { type SQL, sql } from '../../kernel/payload'
import { addDays, clock, endOfWibDay, wibDayOf } from '../../kernel/time'
import { findCalendar } from '../holidays/calendar'
import { getStep, kindOf } from '../kinds'
import { resolveClocks } from '../rules'
import { fulfilmentRuntime } from '../runtime'

const toSet = (clocks: Clocks): SQL => {
  const columns: Record<string, Date | null | undefined> = {
    deliver_by: clocks.deliverBy,
    delivered_at: clocks.deliveredAt,
    due_at: clocks.dueAt,
    follow_up_until: clocks.followUpUntil,
    next_follow_up_at: clocks.nextFollowUpAt,
    started_at: clocks.startedAt,
  }
  const parts = Object.entries(columns)
    .filter(([, at]) => at !== undefined)
    .map(([column, at]) => sql`${sql.identifier(column)} = ${at?.toISOString() ?? null}`)
  const due = clocks.dueAt?.toISOString() ?? null
  // Another deadline has reminders of its own.
  const reminded = sql`reminded = case when due_at is not distinct from ${due}::timestamptz
    then reminded end`
  return sql.join([...parts, reminded], sql`, `)
}

/** What the move does to the clocks; nothing when the table has no such move. */
const findClocks = async ({ event, row, tx }: RowMove): Promise<SQL | undefined> => {
  const move = findMove({ event, from: row.state, machine: kindOf(row.kind).machine })
  if (!move || move.to === row.state) {
    return undefined
  }
  const now = clock.now()
  const { followUps, pledges } = fulfilmentRuntime.get(tx.payload)
  const clocks = resolveClocks({
    calendar: await findCalendar(tx, now),
    followUps: followUps[row.kind],
    from: getStep(row.kind, row.state),
    now,
    pledges: pledges[row.kind],
    row: { deliverBy: new Date(row.deliverBy), startBy: new Date(row.startBy) },
    to: getStep(row.kind, move.to),
  })
  return toSet(clocks)
}

/** The same number of days once more, counted from the end of those that run. */
const findExtension = ({ event, row, tx }: RowMove): SQL | undefined => {
  if (event !== 'extend' || !row.followUpUntil) {
    return undefined
  }
  const { followUpDays } = fulfilmentRuntime.get(tx.payload).pledges[row.kind]
  const until = endOfWibDay(addDays(wibDayOf(new Date(row.followUpUntil)), followUpDays))
  return sql`follow_up_until = ${until.toISOString()}`
}

/** Nobody is asked any more how it went. */
const findStop = ({ event }: RowMove): SQL | undefined =>
  event === 'stopFollowUps' ? sql`next_follow_up_at = null` : undefined

/** What a move does to the dates of its delivery, as assignments of an update. */
export const moveClocks = async (move: RowMove): Promise<SQL[]> =>
  [await findClocks(move), findExtension(move), findStop(move)].filter((part) => part !== undefined)

import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'
import { addDays, endOfWibDay, wibDayOf } from '../../kernel/time'
import { statesIn } from '../kinds'

/** A report that is to be sent soon. */
export type ReportDue = { customerName: string; dueAt: string; id: string; number: string }

/** Reports that are to be sent soon, and how many of them are late. */
export type ReportsDue = { count: number; items: ReportDue[]; late: number }

/**
 * Analyses under way whose report, or whose second look, is promised within some WIB days from today, or
 * late. One statement. Whoever calls has checked that it is for admins.
 */
export const findReportsDue = async (args: {
  days: number
  limit: number
  now: Date
  payload: Payload
}): Promise<ReportsDue> => {
  const until = endOfWibDay(addDays(wibDayOf(args.now), args.days)).toISOString()
  const states = sql.join(
    statesIn('security-analysis', 'working', 'delivered').map((state) => sql`${state}`),
    sql`, `,
  )
  const where = sql`f.due_at <= ${until} and f.kind = 'security-analysis' and f.state in (${states})`
  const [row] = await queryRows<ReportsDue>(
    args.payload,
    sql`select count(*)::int as count,
        (count(*) filter (where f.due_at <= ${args.now.toISOString()}))::int as late,
        (select coalesce(json_agg(r), '[]') from (select f.id, f.due_at as "dueAt", o.number,
            o.customer_name as "customerName"
          from fulfilments f join orders o on o.id = f.order_id
          where ${where} order by f.due_at, f.id limit ${args.limit}) r) as items
      from fulfilments f where ${where}`,
  )
  return row ?? { count: 0, items: [], late: 0 }
}

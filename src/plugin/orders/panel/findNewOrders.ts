import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'
import { addDays, startOfWibDay, wibDayOf } from '../../kernel/time'

/** What was ordered today, and what of it is paid. Rupiah. */
export type NewOrders = {
  count: number
  latest: { id: string; name: string; number: string; placedAt: string; total: number }[]
  paid: number
  paidSum: number
  yesterday: number
}

/**
 * The orders of the running WIB day, beside the number of the day before. One statement. Whoever calls
 * has checked that it is for admins.
 */
export const findNewOrders = async (args: {
  limit: number
  now: Date
  payload: Payload
}): Promise<NewOrders> => {
  const today = wibDayOf(args.now)
  const from = startOfWibDay(today).toISOString()
  const before = startOfWibDay(addDays(today, -1)).toISOString()
  const [row] = await queryRows<NewOrders>(
    args.payload,
    sql`select (count(*) filter (where placed_at >= ${from}))::int as count,
        (count(*) filter (where placed_at < ${from}))::int as yesterday,
        (count(*) filter (where placed_at >= ${from} and payment_state = 'paid'))::int as paid,
        coalesce(sum(total) filter (where placed_at >= ${from} and payment_state = 'paid'),
          0)::float8 as "paidSum",
        (select coalesce(json_agg(n), '[]') from (select id, number, customer_name as name,
            total::float8 as total, placed_at as "placedAt" from orders where placed_at >= ${from}
          order by placed_at desc limit ${args.limit}) n) as latest
      from orders where placed_at >= ${before}`,
  )
  return row ?? { count: 0, latest: [], paid: 0, paidSum: 0, yesterday: 0 }
}

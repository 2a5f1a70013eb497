import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'
import { endOfWibDay, startOfWibDay, wibDayOf } from '../../kernel/time'

/** An agreed session of today. */
export type SessionToday = {
  customerName: string
  /** The delivery behind it. */
  fulfilment: string
  hostName: null | string
  id: string
  startsAt: string
}

/** The sessions of today, and how many of them are still to come. */
export type Today = { count: number; items: SessionToday[]; left: number }

/**
 * The agreed sessions of the running WIB day, those to come first. One statement. Whoever calls has
 * checked that it is for admins.
 */
export const findToday = async (args: {
  limit: number
  now: Date
  payload: Payload
}): Promise<Today> => {
  const day = wibDayOf(args.now)
  const now = args.now.toISOString()
  const where = sql`b.state = 'booked' and b.starts_at >= ${startOfWibDay(day).toISOString()}
    and b.starts_at <= ${endOfWibDay(day).toISOString()}`
  const [row] = await queryRows<Today>(
    args.payload,
    sql`select count(*)::int as count,
        (count(*) filter (where b.ends_at > ${now}))::int as left,
        (select coalesce(json_agg(s), '[]') from (select b.id, b.starts_at as "startsAt",
            o.customer_name as "customerName", coalesce(h.name, h.email) as "hostName",
            f.id as fulfilment
          from bookings b join orders o on o.id = b.order_id left join staff h on h.id = b.host_id
            join fulfilments f on f.order_item_id = b.order_item_id
          where ${where} order by b.ends_at <= ${now}, b.starts_at limit ${args.limit}) s) as items
      from bookings b where ${where}`,
  )
  return row ?? { count: 0, items: [], left: 0 }
}

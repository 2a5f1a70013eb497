import type { Payload } from 'payload'

import { queryRows, type SQL, sql } from '@/plugin/kernel/payload'
import { startMailGround } from '../support/outbox/ground'
import { openLightPayload } from '../support/outbox/lightPayload'

const MANY_ORDERS = 100_000
/** As many at the least, however small the run is. */
const LEAST_ORDERS = 10_000
const CHUNK = 10_000

const id = (n: SQL): SQL => sql`('00000000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`

/**
 * Paid orders with one line and one delivery each, five minutes apart, the last one now. One in a
 * hundred has work that is promised.
 */
const fillOrders = (first: number, last: number): SQL[] => [
  sql`insert into orders (id, number, token, state, payment_state, customer_name, email, phone, total,
      placed_at, locale, created_at, updated_at)
    select ${id(sql`n`)}, 'UJI/' || n, 'uji-' || n, 'open', 'paid', 'Pembeli ' || n, 'uji@contoh.id',
      '+628', 1000, now() - n * interval '5 minutes', 'id', now(), now()
    from generate_series(${first}::int, ${last}::int) n`,
  sql`insert into order_items (id, order_id, seq, title, kind, product_slug, quantity, unit_price,
      amount, created_at, updated_at)
    select id, id, 1, 'Barang', k, k, 1, 1000, 1000, now(), now()
    from (select id, case when substr(number, 5)::int % 3 = 0 then 'security-analysis'
        else 'consulting' end as k
      from orders where number like 'UJI/%' and substr(number, 5)::int >= ${first}) o`,
  sql`insert into fulfilments (id, order_id, order_item_id, kind, state, start_by, deliver_by, due_at,
      checklist, created_at, updated_at)
    select i.id, i.id, i.id, i.kind,
      case when n % 100 > 0 then 'done' when i.kind = 'consulting' then 'new' else 'analysing' end,
      now(), now(), case when n % 100 = 0 then now() + n * interval '1 minute' end, '[]', now(), now()
    from order_items i join (select id, substr(number, 5)::int as n from orders
      where number like 'UJI/%') o on o.id = i.order_id
    where n >= ${first}`,
]

/** One session an hour with one host, one in ten orders has one; as many to come as have been. */
const fillSessions = (orders: number): SQL[] => [
  sql`insert into staff (id, name, email, role, created_at, updated_at)
    values (${id(sql`1`)}, 'Pemberi Sesi', 'sesi@contoh.id', 'admin', now(), now())`,
  sql`insert into bookings (id, order_id, order_item_id, host_id, state, starts_at, ends_at,
      blocks_from, blocks_until, agreed_at, place_kind, sequence, moved, created_at, updated_at)
    select ${id(sql`n`)}, ${id(sql`n`)}, ${id(sql`n`)}, ${id(sql`1`)},
      case when at < now() then 'held' else 'booked' end, at, at + interval '50 minutes',
      at, at + interval '50 minutes', now(), 'zoom', 0, 0, now(), now()
    from (select n, now() + (n - ${orders / 2}::int) / 10 * interval '1 hour' as at
      from generate_series(10, ${orders}::int, 10) n) s`,
]

/** One in ten orders has a problem report, one in a hundred money beside its debt; few are open. */
const fillTroubles = (orders: number): SQL[] => [
  sql`insert into problems (id, number, state, what, name, email, contact, locale, token, key, reply_by,
      resolved_at, created_at, updated_at)
    select ${id(sql`n`)}, 'L-' || n, case when n % 1000 = 0 then 'open' else 'resolved' end, 'other',
      'Pelapor ' || n, 'uji@contoh.id', 'email', 'id', 'lapor-' || n, 'lapor-' || n,
      case when n % 1000 = 0 then now() + n * interval '1 minute' end,
      case when n % 1000 > 0 then now() end, now(), now()
    from generate_series(10, ${orders}::int, 10) n`,
  sql`insert into reviews (id, key, state, kind, merchant_order_id, amount, order_id, created_at, updated_at)
    select ${id(sql`n`)}, 'uji-' || n,
      (case when n % 1000 = 0 then 'open' else 'credited' end)::enum_reviews_state, 'over',
      'UJI-' || n, 1000, ${id(sql`n`)}, now(), now()
    from generate_series(100, ${orders}::int, 100) n`,
]

const fill = async (payload: Payload, orders: number): Promise<void> => {
  for (let first = 1; first <= orders; first += CHUNK) {
    for (const statement of fillOrders(first, Math.min(orders, first + CHUNK - 1))) {
      await queryRows(payload, statement)
    }
  }
  for (const statement of [...fillSessions(orders), ...fillTroubles(orders)]) {
    await queryRows(payload, statement)
  }
  await queryRows(payload, sql`analyze`)
}

/**
 * Measures in a database of its own with the books of a large shop: orders, work, sessions, reports of
 * problems, money to review. At full size a hundred thousand orders.
 */
export const withManyOrders = async <T>(
  size: number,
  measure: (payload: Payload, orders: number) => Promise<T>,
): Promise<T> => {
  const ground = await startMailGround()
  try {
    const { close, payload } = await openLightPayload(ground.settings)
    try {
      const orders = Math.max(LEAST_ORDERS, Math.round(MANY_ORDERS * size))
      await fill(payload, orders)
      return await measure(payload, orders)
    } finally {
      await close()
    }
  } finally {
    await ground.stop()
  }
}

import type { Payload } from 'payload'

import { findWork } from '@/plugin/fulfilment/queries/findWork'
import { queryRows, type SQL, sql } from '@/plugin/kernel/payload'

import type { Group, GroupOptions } from '../support/figures/program'

import { atLeast, atMost, type Measured } from '../support/figures/row'
import { percentile } from '../support/load/samples'
import { openLightPayload } from '../support/outbox/lightPayload'
import { startMailGround } from '../support/outbox/ground'

/** Orders at full size; one in a hundred of them has work that is promised. */
const ORDERS = 100_000
const CHUNK = 10_000
const LOOKS = 200
const ON_A_PAGE = 25

/** Paid orders with one line and one delivery each. */
const fillFrom = (first: number, last: number): SQL[] => [
  sql`insert into orders (id, number, token, state, payment_state, customer_name, email, phone, total,
      placed_at, locale, created_at, updated_at)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'UJI/' || n, 'uji-' || n,
      'open', 'paid', 'Pembeli ' || n, 'uji@contoh.id', '+628', 1000, now(), 'id', now(), now()
    from generate_series(${first}::int, ${last}::int) n`,
  sql`insert into order_items (id, order_id, seq, title, kind, product_slug, quantity, unit_price,
      amount, created_at, updated_at)
    select id, id, 1, 'Barang', 'consulting', 'konsultasi', 1, 1000, 1000, now(), now()
    from orders where number like 'UJI/%' and substr(number, 5)::int >= ${first}`,
  sql`insert into fulfilments (id, order_id, order_item_id, kind, state, start_by, deliver_by, due_at,
      checklist, created_at, updated_at)
    select id, id, id, 'consulting', case when n % 100 = 0 then 'new' else 'done' end, now(), now(),
      case when n % 100 = 0 then now() + n * interval '1 minute' end, '[]', now(), now()
    from (select id, substr(number, 5)::int as n from orders where number like 'UJI/%') o
    where n >= ${first}`,
]

const fill = async (payload: Payload, orders: number): Promise<void> => {
  for (let first = 1; first <= orders; first += CHUNK) {
    for (const statement of fillFrom(first, Math.min(orders, first + CHUNK - 1))) {
      await queryRows(payload, statement)
    }
  }
  await queryRows(payload, sql`analyze orders, order_items, fulfilments`)
}

const look = async (payload: Payload): Promise<{ found: number; ms: number }> => {
  const before = performance.now()
  const { items } = await findWork({ limit: ON_A_PAGE, now: new Date(), payload })
  return { found: items.length, ms: performance.now() - before }
}

const measure = async (payload: Payload, { size }: GroupOptions): Promise<Measured[]> => {
  const orders = Math.max(CHUNK, Math.round(ORDERS * size))
  await fill(payload, orders)
  const looks: { found: number; ms: number }[] = []
  for (let count = 0; count < LOOKS; count++) {
    looks.push(await look(payload))
  }
  return [
    {
      bar: atMost(100),
      detail: `the list of work, ${ON_A_PAGE} of ${orders / 100} promised among ${orders} orders`,
      name: 'work-list-p95',
      unit: 'ms',
      value: percentile(
        looks.map(({ ms }) => ms),
        0.95,
      ),
    },
    {
      bar: atLeast(LOOKS),
      detail: `looks that found ${ON_A_PAGE} deliveries`,
      name: 'work-list-tried',
      unit: '',
      value: looks.filter(({ found }) => found === ON_A_PAGE).length,
    },
  ]
}

/** What the panel's list of work takes among many orders. */
export const work: Group = async (options) => {
  const ground = await startMailGround()
  try {
    const { close, payload } = await openLightPayload(ground.settings)
    try {
      return await measure(payload, options)
    } finally {
      await close()
    }
  } finally {
    await ground.stop()
  }
}

import { createHash, randomBytes } from 'node:crypto'

import type { Locale } from '../../kernel/errors'
import type { OrderLine } from '../rules'
import type { PlaceOrderInput } from '../schema'

import { buildFirstEvents, newId, type SQL, sql, type Tx } from '../../kernel/payload'
import { wibDayOf } from '../../kernel/time'
import { buildPosting } from '../../payments'
import { orderMachine } from '../machine'
import { ordersRuntime } from '../runtime'

/** A priced order about to be written. */
export type NewOrder = {
  customerId?: string | undefined
  idempotencyKey?: string | undefined
  input: PlaceOrderInput
  lines: OrderLine[]
  locale: Locale
  now: Date
  phone: string
  total: number
}

/** A written order. */
export type InsertedOrder = { id: string; number: string; token: string }

/** Tells whether a repeated request asks for the same thing. */
export const hashRequest = (input: PlaceOrderInput): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex')

const insertItems = (args: {
  at: string
  customerId: null | string
  id: string
  lines: OrderLine[]
}): SQL => {
  const rows = args.lines.map(
    (
      line,
      index,
    ) => sql`(${newId()}::uuid, ${args.id}::uuid, ${args.customerId}::uuid, ${index + 1}::numeric,
      ${line.productId}::uuid, ${line.title}, ${line.kind}, ${line.productSlug}, ${line.quantity}::numeric,
      ${line.unitPrice}::numeric, ${line.amount}::numeric, ${line.afterPayment},
      ${args.at}::timestamptz, ${args.at}::timestamptz)`,
  )
  return sql`insert into order_items (id, order_id, customer_id, seq, product_id, title, kind,
    product_slug, quantity, unit_price, amount, after_payment, created_at, updated_at)
    values ${sql.join(rows, sql`, `)}`
}

const insertHead = (args: {
  at: string
  id: string
  order: NewOrder
  prefix: string
  state: string
  token: string
}): SQL => {
  const { at, id, order, prefix, state, token } = args
  const { customer } = order.input
  const head = `${prefix}/${wibDayOf(order.now).slice(0, 4)}/`
  return sql`insert into orders (id, number, token, state, payment_state, customer_name, email, phone,
      notes, customer_id, total, placed_at, accepted_terms_at, locale, idempotency_key, request_hash,
      created_at, updated_at)
    values (${id}, ${head} || lpad(nextval('order_number_seq')::text, 6, '0'), ${token}, ${state},
      'unpaid', ${customer.name}, ${customer.email}, ${order.phone}, ${customer.notes ?? null},
      ${order.customerId ?? null}, ${order.total}, ${at}, ${at}, ${order.locale},
      ${order.idempotencyKey ?? null}, ${hashRequest(order.input)}, ${at}, ${at})
    returning number`
}

/**
 * Writes order, lines, the one instalment due now, transitions and books in a single statement.
 * The unique idempotency key makes a second, simultaneous order fail as a whole.
 */
export const insertOrder = async (tx: Tx, order: NewOrder): Promise<InsertedOrder> => {
  const at = order.now.toISOString()
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  const customerId = order.customerId ?? null
  const { state, transitions } = buildFirstEvents({
    actor: { label: order.input.customer.name, role: 'customer' },
    events: ['place'],
    id,
    machine: orderMachine,
  })
  const opened = buildFirstEvents({
    actor: { label: 'sistem', role: 'system' },
    events: ['open'],
    facts: { needsSpk: false, spkConfirmed: false },
    from: { seq: transitions.length, state },
    id,
    machine: orderMachine,
  })
  const { numberPrefix: prefix } = ordersRuntime.get(tx.payload)
  const posting = buildPosting({
    kind: 'order.placed',
    lines: [
      { account: 'receivable', amount: order.total },
      { account: 'sales', amount: -order.total },
    ],
    orderId: id,
  })
  const parts = [...transitions, ...opened.transitions, posting].map(
    (part, index) => sql`${sql.identifier(`part_${index}`)} as (${part})`,
  )
  const [row] = await tx.rows<{ number: string }>(sql`with
    placed as (${insertHead({ at, id, order, prefix, state: opened.state, token })}),
    lines as (${insertItems({ at, customerId, id, lines: order.lines })}),
    debt as (insert into instalments (id, order_id, customer_id, seq, due_on, amount, state, created_at, updated_at)
      values (${newId()}, ${id}, ${customerId}, 1, ${wibDayOf(order.now)}, ${order.total}, 'open', ${at}, ${at})),
    ${sql.join(parts, sql`, `)}
    select number from placed`)
  return { id, number: row?.number ?? '', token }
}

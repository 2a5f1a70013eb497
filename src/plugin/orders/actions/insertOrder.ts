import type { Payload } from 'payload'

import { createHash, randomBytes } from 'node:crypto'

import type { Locale } from '../../kernel/errors'
import type { PublicOrder } from '../publicOrder'
import type { OrderLine } from '../rules'
import type { PlaceOrderInput } from '../schema'

import { type AgreedEdition, agreedEditionsSql } from '../../catalog'
import { buildAccounts, buildRenewal } from '../../hosting'
import { buildContract, buildDebts, type NewContract } from '../../instalments'
import type { InstalmentKind } from '../../plans'
import { buildFirstEvents, newId, type SQL, sql, SYSTEM } from '../../kernel/payload'
import { wibDayOf } from '../../kernel/time'
import { buildQueuedNotices, type QueuedMessage } from '../../notifications'
import { buildPosting } from '../../payments'
import { orderMachine } from '../machine'
import { ordersRuntime } from '../runtime'
import { beginSpk } from './beginSpk'
import { buildPlacedNews } from './placedNews'
import { writeOrder } from './writeOrder'

/** A priced line and the id that it will have. */
export type NewLine = { id: string } & OrderLine

/** A priced order about to be written. */
export type NewOrder = {
  /** What was agreed when it is paid in instalments; its customer has an account then. */
  contract?: NewContract | undefined
  customerId?: string | undefined
  idempotencyKey?: string | undefined
  input: PlaceOrderInput
  lines: NewLine[]
  locale: Locale
  /** Whether it waits for an agreement before it is paid. */
  needsSpk: boolean
  now: Date
  phone: string
  /** The service that goes on with it, instead of new ones. */
  renews?: string | undefined
  total: number
}

/** One debt of a new order; `dueOn` is a WIB day. */
export type ScheduledDebt = { amount: number; dueOn: string; kind: InstalmentKind; seq: number }

/** An order as it was written. */
export type InsertedOrder = {
  agreed: AgreedEdition[]
  number: string
  state: OrderState
  token: string
}

type OrderState = PublicOrder['state']

/** Tells whether a repeated request asks for the same thing. */
export const hashRequest = (input: PlaceOrderInput): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex')

const insertItems = (args: {
  at: string
  customerId: null | string
  id: string
  lines: NewLine[]
}): SQL => {
  const rows = args.lines.map(
    (
      line,
      index,
    ) => sql`(${line.id}::uuid, ${args.id}::uuid, ${args.customerId}::uuid, ${index + 1}::numeric,
      ${line.productId}::uuid, ${line.title}, ${line.kind}, ${line.productSlug}, ${line.quantity}::numeric,
      ${line.unitPrice}::numeric, ${line.amount}::numeric, ${line.afterPayment},
      (select refund_days from products where id = ${line.productId}::uuid),
      (select refund_until::text from products where id = ${line.productId}::uuid),
      ${args.at}::timestamptz, ${args.at}::timestamptz)`,
  )
  return sql`insert into order_items (id, order_id, customer_id, seq, product_id, title, kind,
    product_slug, quantity, unit_price, amount, after_payment, refund_days, refund_until, created_at, updated_at)
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
      notes, customer_id, total, placed_at, accepted_terms_at, accepted_editions, locale, idempotency_key, request_hash,
      needs_spk, created_at, updated_at)
    values (${id}, ${head} || lpad(nextval('order_number_seq')::text, 6, '0'), ${token}, ${state},
      'unpaid', ${customer.name}, ${customer.email}, ${order.phone}, ${customer.notes ?? null},
      ${order.customerId ?? null}, ${order.total}, ${at}, ${at},
      (select coalesce(jsonb_agg(id order by slug), '[]') from agreed), ${order.locale},
      ${order.idempotencyKey ?? null}, ${hashRequest(order.input)},
      ${order.needsSpk}, ${at}, ${at})
    returning number`
}

/** The first moves of an order: placed by its buyer, and opened by the shop unless it needs an SPK. */
const walkToStart = (
  id: string,
  { input, needsSpk }: NewOrder,
): { state: OrderState; transitions: SQL[] } => {
  const placed = buildFirstEvents({
    actor: { label: input.customer.name, role: 'customer' },
    events: ['place'],
    id,
    machine: orderMachine,
  })
  if (needsSpk) {
    return { state: placed.state as OrderState, transitions: placed.transitions }
  }
  const opened = buildFirstEvents({
    actor: SYSTEM,
    events: ['open'],
    facts: { needsSpk: false, spkConfirmed: false },
    from: { seq: placed.transitions.length, state: placed.state },
    id,
    machine: orderMachine,
  })
  return {
    state: opened.state as OrderState,
    transitions: [...placed.transitions, ...opened.transitions],
  }
}

/** The debts of the order: those of its schedule, else the one that is due now. */
export const debtsOf = ({ contract, now, total }: NewOrder): ScheduledDebt[] =>
  contract?.schedule.rows ?? [{ amount: total, dueOn: wibDayOf(now), kind: 'full', seq: 1 }]

const bookDebt = (id: string, total: number): SQL =>
  buildPosting({
    kind: 'order.placed',
    lines: [
      { account: 'receivable', amount: total },
      { account: 'sales', amount: -total },
    ],
    orderId: id,
  })

/** What is told of it; the number comes from a sequence in the statement that writes the order. */
const queueNews = (messages: readonly QueuedMessage[]): SQL => {
  const late = { from: 'placed', params: sql`jsonb_build_object('orderNumber', placed.number)` }
  return buildQueuedNotices({ late, messages })
}

/** The services of a new order, or the one that goes on with it. */
const buildServices = (orderId: string, { customerId, lines, renews }: NewOrder): null | SQL =>
  renews === undefined
    ? buildAccounts({ customerId: customerId ?? null, lines, orderId })
    : buildRenewal({ accountId: renews, orderId })

/**
 * Writes order, lines, its debts, the contract if there is one, transitions, books and the confirmation mail in a
 * single statement: all of it or nothing, without a transaction to open. The unique idempotency key
 * makes a second, simultaneous order fail as a whole.
 */
export const insertOrder = async (payload: Payload, order: NewOrder): Promise<InsertedOrder> => {
  const at = order.now.toISOString()
  const id = newId()
  const token = randomBytes(32).toString('base64url')
  const { state, transitions } = walkToStart(id, order)
  const { numberPrefix: prefix } = ordersRuntime.get(payload)
  const customerId = order.customerId ?? null
  const { contract } = order
  const spkId = order.needsSpk && customerId ? newId() : null
  const news = await buildPlacedNews({ id, order, payload, spkId, token })
  const agreedOn =
    contract && customerId ? [buildContract({ contract, customerId, orderId: id })] : []
  const parts = [
    ...transitions,
    ...agreedOn,
    ...beginSpk({ id, order, spkId }),
    ...[buildServices(id, order)].filter((part) => part !== null),
    bookDebt(id, order.total),
  ].map((part, index) => sql`${sql.identifier(`part_${index}`)} as (${part})`)
  const [row] = await writeOrder<Pick<InsertedOrder, 'agreed' | 'number'>>(
    payload,
    order,
    sql`with
    agreed as materialized (${agreedEditionsSql(order.locale)}),
    placed as (${insertHead({ at, id, order, prefix, state, token })}),
    lines as (${insertItems({ at, customerId, id, lines: order.lines })}),
    debts as (${buildDebts({ customerId, debts: debtsOf(order), orderId: id })}),
    ${sql.join(parts, sql`, `)},
    ${queueNews(news)}
    select number, (select count(job) from queued), (
      select coalesce(json_agg(row_to_json(agreed) order by slug), '[]') from agreed) as agreed
    from placed`,
  )
  return { agreed: row?.agreed ?? [], number: row?.number ?? '', state, token }
}

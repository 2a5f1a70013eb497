import type { Payload } from 'payload'

import type { PublicInstalment, PublicOrder, PublicOrderItem, PublicPayment } from '../publicOrder'

import { selectSession, type SessionRow, toPublicSession } from '../../booking'
import { namedEditionsSql } from '../../catalog'
import { type DownloadsRow, selectDownloads, toPublicDownloads } from '../../downloads'
import { type DeliveryRow, selectDelivery, toPublicDelivery } from '../../fulfilment'
import { selectOrderServices } from '../../hosting'
import { type ContractRow, selectContract, toPublicContract } from '../../instalments'
import { defineStatement, queryRows, type SQL, sql } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { type ReportsRow, reportsRuntime, selectReports, toPublicReports } from '../../reports'
import { type OrderScopeRow, selectOrderScope, toOrderScope } from '../../scopes'
import { selectSpk, type SpkRow, toPublicSpk } from '../../spk'
import { resolveNextAction } from '../publicOrder'
import { buildOrderUrl, ordersRuntime } from '../runtime'
import { isToken } from '../../kernel/text'
import { selectDeliveryVersion } from './deliveryVersion'
import { attemptTurn } from './selectAttempt'

type Row = {
  contract: ContractRow | null
  instalments: PublicInstalment[]
  items: ({
    delivery: DeliveryRow | null
    downloads: DownloadsRow | null
    reports: null | ReportsRow
    scope: null | OrderScopeRow
    session: null | SessionRow
  } & Omit<PublicOrderItem, 'delivery' | 'downloads' | 'reports' | 'scope' | 'session'>)[]
  locale: string
  payment: null | Record<string, unknown>
  spk: null | SpkRow
} & Pick<
  PublicOrder,
  | 'agreed'
  | 'customer'
  | 'deliveryVersion'
  | 'needsSpk'
  | 'number'
  | 'paymentState'
  | 'placedAt'
  | 'services'
  | 'state'
  | 'token'
  | 'total'
  | 'updatedAt'
> & { notes: null | string }

const ITEMS = sql`(select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'kind', i.kind,
    'productSlug', i.product_slug, 'quantity', i.quantity, 'unitPrice', i.unit_price,
    'amount', i.amount, 'afterPayment', coalesce(i.after_payment, ''),
    'delivery', ${selectDelivery(sql`i.id`)}, 'downloads', ${selectDownloads()},
    'reports', ${selectReports()}, 'scope', ${selectOrderScope()},
    'session', ${selectSession(sql`i`, sql`o`)}) order by i.seq), '[]')
  from order_items i where i.order_id = o.id)`

const INSTALMENTS = sql`(select coalesce(json_agg(json_build_object('seq', n.seq, 'dueOn', n.due_on,
    'kind', n.kind, 'amount', n.amount, 'state', n.state, 'paid', coalesce((select sum(a.amount) from allocations a
      where a.instalment_id = n.id), 0)) order by n.seq), '[]')
  from instalments n where n.order_id = o.id)`

const selectPayment =
  (): SQL => sql`(select json_build_object('merchantOrderId', p.merchant_order_id,
    'reference', p.reference, 'state', p.state, 'amount', p.amount, 'paymentUrl', p.payment_url,
    'expiresAt', p.expires_at, 'paidAt', p.paid_at, 'channel', p.channel,
    'failureReason', p.failure_reason, 'rebate', p.rebate,
    'instalments', to_json(string_to_array(p.instalment_set, ',')::int[]))
  from payments p where p.order_id = o.id
  order by ${attemptTurn()} limit 1)`

const buildQuery = (where: SQL): SQL => sql`
  select o.token, o.number, o.state::text as state, o.payment_state::text as "paymentState",
    o.total::float8 as total, o.placed_at as "placedAt", o.updated_at as "updatedAt", o.notes, o.locale,
    ${selectDeliveryVersion()} as "deliveryVersion",
    json_build_object('name', o.customer_name, 'email', o.email, 'phone', o.phone) as customer,
    ${namedEditionsSql(sql`o.accepted_editions`)} as agreed, ${ITEMS} as items, ${INSTALMENTS} as instalments,
    ${selectContract(sql`o.id`)} as contract, ${selectPayment()} as payment,
    coalesce(o.needs_spk, false) as "needsSpk", ${selectOrderServices(sql`o.id`)} as services, ${selectSpk(sql`o.id`)} as spk
  from orders o where ${where}`

const withoutNulls = (row: Record<string, unknown>): PublicPayment =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as PublicPayment

const toPublicOrder = (row: Row, payload: Payload): PublicOrder => {
  const { serverUrl } = ordersRuntime.get(payload)
  const { retests: allowed } = reportsRuntime.get(payload)
  const { contract: agreedOn, items: lines, locale, notes, payment: stored, spk, ...rest } = row
  const payment = stored ? withoutNulls(stored) : null
  const now = clock.now()
  const items = lines.map((line) => ({
    ...line,
    delivery: toPublicDelivery(line.delivery),
    downloads: toPublicDownloads(line.downloads, now),
    reports: toPublicReports(line.reports, { allowed, now }),
    scope: toOrderScope(line.scope),
    session: toPublicSession(line.session),
  }))
  const contract = toPublicContract(agreedOn, wibDayOf(now))
  const order = { ...rest, contract, items, payment }
  return {
    ...order,
    ...(notes ? { notes } : {}),
    nextAction: resolveNextAction(order),
    spk: toPublicSpk(spk),
    placedAt: new Date(rest.placedAt).toISOString(),
    updatedAt: new Date(rest.updatedAt).toISOString(),
    url: buildOrderUrl({ locale, serverUrl, token: rest.token }),
  }
}

/** The order behind a link, in one statement, or null. */
export const findPublicOrder = async (args: {
  payload: Payload
  token: string
}): Promise<null | PublicOrder> => {
  const { payload, token } = args
  if (!isToken(token)) {
    return null
  }
  const [row] = await queryRows<Row>(payload, buildQuery(sql`o.token = ${token}`))
  return row ? toPublicOrder(row, payload) : null
}

/** What the cheap poll answers. */
export type OrderStatus = Pick<
  PublicOrder,
  'deliveryVersion' | 'paymentState' | 'state' | 'updatedAt'
> & {
  attempt: null | string
}

const STATUS = defineStatement<{ token: string }>(
  (value) => sql`select o.state::text as state, o.payment_state::text as "paymentState",
      o.updated_at as "updatedAt", ${selectDeliveryVersion()} as "deliveryVersion",
      (select p.state::text from payments p where p.order_id = o.id
        order by ${attemptTurn()} limit 1) as attempt
    from orders o where o.token = ${value('token')}`,
)

/** States only, for the poll of an open order page. */
export const findOrderStatus = async (args: {
  payload: Payload
  token: string
}): Promise<null | OrderStatus> => {
  if (!isToken(args.token)) {
    return null
  }
  const [row] = await queryRows<OrderStatus>(args.payload, STATUS({ token: args.token }))
  return row ? { ...row, updatedAt: new Date(row.updatedAt).toISOString() } : null
}

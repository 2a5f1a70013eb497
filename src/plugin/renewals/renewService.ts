import type { Payload } from 'payload'

import type { Locale } from '../kernel/errors'

import { hostingRuntime } from '../hosting'
import { DomainError } from '../kernel/errors'
import { queryRows, sql } from '../kernel/payload'
import { clock, wibDay, wibDayOf } from '../kernel/time'
import { placeOrder, type PublicOrder } from '../orders'
import { canRenew } from './rules'

type Row = {
  /** Renewals of this contract that were placed and cancelled. */
  cancelled: number
  email: string
  endsOn: null | string
  name: string
  phone: string
  planKey: null | string
  product: null | string
  renewal: null | string
  wanted: string
}

const findRow = async (
  payload: Payload,
  { customerId, id }: { customerId: string; id: string },
): Promise<Row | undefined> => {
  const [row] = await queryRows<Row>(
    payload,
    sql`select h.ends_on as "endsOn", h.wanted, c.name, c.email, c.phone, p.slug as product,
        k.plan_key as "planKey", (select o.token from orders o where o.id = h.renewal_id
          and o.state <> 'cancelled') as renewal,
        (select count(*)::int from orders o where o.state = 'cancelled' and o.customer_id = h.customer_id
          and o.idempotency_key like 'renewal/' || h.id || '/' || h.ends_on || '/%') as cancelled
      from hosting_accounts h join customers c on c.id = h.customer_id
        left join products p on p.id = h.product_id left join contracts k on k.order_id = h.order_id
      where h.id::text = ${id} and h.customer_id::text = ${customerId}
        and h.state in ('active', 'suspended')`,
  )
  return row
}

/** What a customer says who renews. */
export type Renewal = {
  acceptedTerms: boolean
  customerId: string
  id: string
  locale: Locale
  /** Key of the plan; the one of the contract that ends when absent. */
  plan?: string
}

/**
 * Places the order with which a service goes on after its contract: the same product by the plan of today.
 * Pressed twice, it is the same order.
 *
 * @throws DomainError `hosting.accountNotFound`, `hosting.cannotRenew`, and what `placeOrder` throws
 */
export const renewService = async (
  payload: Payload,
  renewal: Renewal,
): Promise<{ token: string }> => {
  const row = await findRow(payload, renewal)
  if (!row) {
    throw new DomainError('hosting.accountNotFound')
  }
  if (row.renewal) {
    return { token: row.renewal }
  }
  const endsOn = row.endsOn === null ? null : wibDay(row.endsOn)
  const { renewalDays: days } = hostingRuntime.get(payload)
  const now = clock.now()
  const mayRenew = canRenew({ days, endsOn, today: wibDayOf(now) }) && row.wanted !== 'gone'
  if (!mayRenew || !row.product) {
    throw new DomainError('hosting.cannotRenew')
  }
  const plan = renewal.plan ?? row.planKey ?? undefined
  const order: PublicOrder = await placeOrder({
    customerId: renewal.customerId,
    idempotencyKey: `renewal/${renewal.id}/${row.endsOn}/${row.cancelled}`,
    input: {
      acceptedTerms: renewal.acceptedTerms,
      customer: { email: row.email, name: row.name, phone: row.phone },
      items: [{ product: row.product, quantity: 1, ...(plan && { plan }) }],
    },
    locale: renewal.locale,
    now,
    payload,
    renews: renewal.id,
  })
  return { token: order.token }
}

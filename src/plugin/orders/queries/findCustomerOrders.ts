import type { Payload } from 'payload'

import type { PublicOrder, PublicPayment } from '../publicOrder'

import { queryRows, sql } from '../../kernel/payload'

/** One line of a customer's own list. */
export type CustomerOrder = Pick<
  PublicOrder,
  'number' | 'paymentState' | 'placedAt' | 'state' | 'token' | 'total'
> & { payment: null | Pick<PublicPayment, 'state'> }

/** One page of the list, and whether older orders follow. */
export type CustomerOrders = { hasMore: boolean; orders: CustomerOrder[] }

const PER_PAGE = 20

/** The orders that a customer placed while logged in, newest first. */
export const findCustomerOrders = async (args: {
  customerId: string
  /** Counted from 1. */
  page: number
  payload: Payload
}): Promise<CustomerOrders> => {
  const { customerId, page, payload } = args
  const rows = await queryRows<CustomerOrder>(
    payload,
    sql`select o.token, o.number, o.state::text as state, o.payment_state::text as "paymentState",
        o.total::float8 as total, o.placed_at as "placedAt",
        (select json_build_object('state', p.state) from payments p where p.order_id = o.id
          order by (p.state = 'paid') desc, p.attempt desc limit 1) as payment
      from orders o where o.customer_id = ${customerId}::uuid
      order by o.placed_at desc, o.id desc
      limit ${PER_PAGE + 1} offset ${(page - 1) * PER_PAGE}`,
  )
  return {
    hasMore: rows.length > PER_PAGE,
    orders: rows.slice(0, PER_PAGE).map((row) => ({
      ...row,
      placedAt: new Date(row.placedAt).toISOString(),
    })),
  }
}

import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'

/** A payment that paid a debt, or part of it. */
export type DebtPayment = {
  merchantOrderId: string
  /** Number of the debt. */
  seq: number
}

/** Which payments paid which debts of an order, the oldest first. The caller knows that it may be seen. */
export const findDebtPayments = (payload: Payload, token: string): Promise<DebtPayment[]> =>
  queryRows<DebtPayment>(
    payload,
    sql`select n.seq::int as seq, p.merchant_order_id as "merchantOrderId"
      from orders o join instalments n on n.order_id = o.id
        join allocations a on a.instalment_id = n.id join payments p on p.id = a.payment_id
      where o.token = ${token} group by n.seq, p.id order by n.seq, p.attempt`,
  )

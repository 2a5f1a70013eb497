import type { RefundState } from '../rules'

import { DomainError } from '../../kernel/errors'
import { sql, type Tx } from '../../kernel/payload'
import { paymentsRuntime } from '../../payments'

/** A refund under lock. */
export type LockedRefund = {
  account: null | string
  amount: number
  id: string
  number: string
  orderId: string
  paymentId: string
  reason: string
  state: RefundState
}

/**
 * Locks a refund, its order first, and reads it.
 *
 * @throws DomainError `notFound`
 */
export const lockRefund = async (tx: Tx, id: string): Promise<LockedRefund> => {
  const [found] = await tx.rows<{ orderId: string }>(
    sql`select order_id as "orderId" from refunds where id = ${id}`,
  )
  if (!found) {
    throw new DomainError('notFound')
  }
  await paymentsRuntime.get(tx.payload).owner.lock(tx, found.orderId)
  const [row] = await tx.rows<Omit<LockedRefund, 'amount'> & { amount: string }>(
    sql`select id, number, state, amount, account, reason, order_id as "orderId",
      payment_id as "paymentId" from refunds where id = ${id} for update`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  return { ...row, amount: Number(row.amount) }
}

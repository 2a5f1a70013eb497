import type { PaymentState } from '../../instalments'
import type { Locale } from '../../kernel/errors'

import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'

/** An order under lock, with what is owed on it now. */
export type LockedOrder = {
  email: string
  id: string
  items: { amount: number; quantity: number; title: string }[]
  locale: Locale
  name: string
  number: string
  /** What is still owed on each open instalment, in rupiah, the oldest first. */
  owed: { due: number; seq: number }[]
  paymentState: PaymentState
  phone: string
  placedAt: string
  state: string
  token: string
  total: number
}

/**
 * Locks one order and reads it. The lock comes first, in a statement of its own: what follows then
 * sees everything that the lock's last holder committed.
 *
 * @throws DomainError `order.notFound`
 */
export const lockOrder = async (tx: Tx, where: SQL): Promise<LockedOrder> => {
  const [locked] = await tx.rows<{ id: string }>(
    sql`select o.id from orders o where ${where} for no key update`,
  )
  if (!locked) {
    throw new DomainError('order.notFound')
  }
  const [row] = await tx.rows<LockedOrder>(sql`
    select o.id, o.token, o.number, o.state::text as state, o.payment_state::text as "paymentState",
      o.total::float8 as total, o.email, o.customer_name as name, o.phone, o.locale,
      o.placed_at as "placedAt",
      (select coalesce(json_agg(json_build_object('title', i.title, 'quantity', i.quantity,
        'amount', i.amount) order by i.seq), '[]') from order_items i where i.order_id = o.id) as items,
      (select coalesce(json_agg(json_build_object('seq', n.seq, 'due', n.amount - coalesce(
        (select sum(a.amount) from allocations a where a.instalment_id = n.id), 0)) order by n.seq), '[]')
      from instalments n where n.order_id = o.id and n.state = 'open') as owed
    from orders o
    where o.id = ${locked.id}`)
  if (!row) {
    throw new DomainError('order.notFound')
  }
  return { ...row, placedAt: new Date(row.placedAt).toISOString() }
}

/** Rupiah owed on the given instalments, or on all of them. */
export const sumOwed = (owed: LockedOrder['owed']): number =>
  owed.reduce((sum, { due }) => sum + due, 0)

import type { OpenInstalment } from './rules'

import { type SQL, sql, type Tx } from '../kernel/payload'

/** An instalment with what was paid on it, and how much of that went back; rupiah. */
export type InstalmentWithMoney = { refunded: number } & OpenInstalment

/**
 * The instalments of one order with their money, as a JSON expression for the statement that reads
 * the order; each element is an `InstalmentWithMoney`.
 */
export const selectInstalments = (orderId: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('id', n.id, 'seq', n.seq, 'amount', n.amount,
    'dueOn', n.due_on, 'kind', n.kind, 'state', n.state, 'paid', a.paid, 'refunded', a.refunded)
    order by n.seq), '[]')
  from instalments n, lateral (select coalesce(sum(a.amount), 0) as paid,
      coalesce(sum(a.amount) filter (where p.state = 'refunded'), 0) as refunded
    from allocations a join payments p on p.id = a.payment_id where a.instalment_id = n.id) a
  where n.order_id = ${orderId})`

/**
 * The debts of one order as a contract's standing is made of them, as a JSON expression for the
 * statement that reads the order; each element is a `StandingRow`.
 *
 * @param more Further parts of each element, e.g. ``sql`'id', n.id,` ``; `n` is the debt
 */
export const selectStandingRows = (orderId: SQL, more: SQL = sql``): SQL => sql`(
  select coalesce(json_agg(json_build_object(${more} 'seq', n.seq, 'amount', n.amount,
    'dueOn', n.due_on, 'kind', n.kind, 'lateFor', n.late_for, 'state', n.state, 'paid', a.paid,
    'refunded', a.refunded, 'paidOn', a.paid_on) order by n.seq), '[]')
  from instalments n, lateral (select coalesce(sum(a.amount), 0) as paid,
      coalesce(sum(a.amount) filter (where p.state = 'refunded'), 0) as refunded,
      to_char(max(p.paid_at) at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as paid_on
    from allocations a join payments p on p.id = a.payment_id where a.instalment_id = n.id) a
  where n.order_id = ${orderId})`

/** The instalments of an order with their money. The caller holds the order's lock. */
export const findInstalments = async (tx: Tx, orderId: string): Promise<InstalmentWithMoney[]> => {
  const [row] = await tx.rows<{ instalments: InstalmentWithMoney[] }>(
    sql`select ${selectInstalments(sql`${orderId}::uuid`)} as instalments`,
  )
  return row?.instalments ?? []
}

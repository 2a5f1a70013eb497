import type { InstalmentWithMoney } from '../../instalments'
import type { ScheduleRow } from '../../plans'

import { buildDebts, fireReplaced } from '../../instalments'
import { type Actor, newId, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildPosting, cancelAttempts } from '../../payments'
import { orderPaymentOwner } from '../paymentOwner'
import { type LockedOrder } from './lockOrder'

/** What is owed for the thing itself, by every schedule that counts. */
export const principalOf = ({ instalments }: LockedOrder): InstalmentWithMoney[] =>
  instalments.filter(({ kind, state }) => kind !== 'lateFee' && state !== 'replaced')

/** Of that, what nobody has paid anything on. */
export const findUnpaid = (order: LockedOrder): InstalmentWithMoney[] =>
  principalOf(order).filter(({ paid, state }) => state === 'open' && paid === 0)

/** The number of the first debt that comes after all others. */
export const nextSeqOf = ({ instalments }: LockedOrder): number =>
  Math.max(...instalments.map(({ seq }) => seq)) + 1

const adjustOrder = (orderId: string, amount: number): SQL => sql`update orders
  set total = total + ${amount}, adjustment = adjustment + ${amount},
    updated_at = ${clock.now().toISOString()} where id = ${orderId}`

const postRevision = (orderId: string, amount: number): SQL =>
  buildPosting({
    kind: 'contract.revised',
    lines: [
      { account: 'receivable', amount },
      { account: 'sales', amount: -amount },
    ],
    orderId,
  })

/** Another schedule for what is wholly unpaid, ready to be written; rupiah. */
export type NewSchedule = {
  actor: Actor
  order: LockedOrder
  reason: string
  /** What it takes the place of. */
  replaced: readonly InstalmentWithMoney[]
  rows: readonly ScheduleRow[]
  /** What the contract costs from now on. */
  total: number
}

const noteRevision = ({ actor, order, reason, rows, total }: NewSchedule, number: number): SQL => {
  const at = clock.now().toISOString()
  const before = JSON.stringify(
    principalOf(order).map(({ amount, dueOn, seq, state }) => ({ amount, dueOn, seq, state })),
  )
  return sql`insert into contract_revisions (id, contract_id, revision, reason, made_by, total_before,
      total_after, before, after, created_at, updated_at)
    select ${newId()}::uuid, c.id, ${number}::numeric, ${reason}, ${actor.label ?? 'staf'},
      c.total, ${total}::numeric, ${before}::jsonb, ${JSON.stringify(rows)}::jsonb, ${at}::timestamptz,
      ${at}::timestamptz
    from contracts c where c.order_id = ${order.id}`
}

/** The new rows, the order's total, the books and the revision itself, in one statement. */
const write = async (tx: Tx, written: NewSchedule): Promise<number> => {
  const { order, rows, total } = written
  const number = (order.contract?.revision ?? 1) + 1
  const sum = rows.reduce((all, { amount }) => all + amount, 0)
  const { customerId, id: orderId } = order
  await tx.rows(sql`with noted as (${noteRevision(written, number)}),
    posted as (${postRevision(orderId, sum)}),
    adjusted as (${adjustOrder(orderId, sum)}),
    debts as (${buildDebts({ customerId, debts: rows, orderId, revision: number })})
    update contracts set revision = ${number}, total = ${total},
      look_at = ${clock.now().toISOString()}, updated_at = ${clock.now().toISOString()}
    where order_id = ${orderId}`)
  return number
}

/**
 * Puts a new schedule in the place of what is wholly unpaid, in the caller's transaction and under the
 * order's lock: the old rows stay as replaced, the new ones form the next revision, the books reverse and
 * post anew. Answers the number of the revision.
 */
export const replaceSchedule = async (tx: Tx, schedule: NewSchedule): Promise<number> => {
  const { actor, order, reason, replaced } = schedule
  const { id: orderId } = order
  await cancelAttempts({ actor, note: { reason: 'jadwal cicilan diubah' }, orderId, tx })
  for (const { amount, id } of replaced) {
    const along = [adjustOrder(orderId, -amount), postRevision(orderId, -amount)]
    await fireReplaced(tx, { actor, along, id, reason })
  }
  const number = await write(tx, schedule)
  await orderPaymentOwner.recount(tx, orderId)
  return number
}

import type { Payload } from 'payload'

import type { InstalmentWithMoney } from '../../instalments'
import type { ScheduleRow } from '../../plans'

import { buildDebts, fireReplaced } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { rupiah } from '../../kernel/money'
import { type Actor, newId, runInTransaction, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'
import { buildPosting, cancelAttempts } from '../../payments'
import { buildInstalmentRows, MAX_TENOR, MIN_INSTALMENT } from '../../plans'
import { orderPaymentOwner } from '../paymentOwner'
import { ordersRuntime } from '../runtime'
import { type LockedOrder, lockOrder } from './lockOrder'

/** Another schedule for what is wholly unpaid; rupiah and WIB days. */
export type Revision = {
  actor: Actor
  /** Given up of what is replaced. */
  discount: number
  firstDue: WibDay
  orderId: string
  reason: string
  tenor: number
}

const principalOf = ({ instalments }: LockedOrder): InstalmentWithMoney[] =>
  instalments.filter(({ kind, state }) => kind !== 'lateFee' && state !== 'replaced')

const assertSound = (order: LockedOrder, replaced: InstalmentWithMoney[], revision: Revision) => {
  const { discount, firstDue, reason, tenor } = revision
  if (reason.trim().length < 5) {
    throw new DomainError('event.reasonRequired', { field: 'reason' })
  }
  if (replaced.length === 0) {
    throw new DomainError('contract.nothingToRevise')
  }
  if (!Number.isInteger(tenor) || tenor < 1 || tenor > MAX_TENOR) {
    throw new DomainError('plan.invalid', { field: 'tenor' })
  }
  const kept = principalOf(order).filter((each) => !replaced.includes(each))
  const before = [wibDayOf(clock.now()), ...kept.map(({ dueOn }) => dueOn)]
  if (before.some((day) => firstDue <= day)) {
    throw new DomainError('contract.badFirstDue', { field: 'firstDue' })
  }
  const sum = replaced.reduce((total, { amount }) => total + amount, 0)
  if (discount < 0 || sum - discount < tenor * MIN_INSTALMENT) {
    throw new DomainError('contract.badDiscount', { field: 'discount' })
  }
}

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

type Written = { order: LockedOrder; revision: Revision; rows: ScheduleRow[]; total: number }

const noteRevision = ({ order, revision, rows, total }: Written, number: number): SQL => {
  const at = clock.now().toISOString()
  const before = JSON.stringify(
    principalOf(order).map(({ amount, dueOn, seq, state }) => ({ amount, dueOn, seq, state })),
  )
  return sql`insert into contract_revisions (id, contract_id, revision, reason, made_by, total_before,
      total_after, before, after, created_at, updated_at)
    select ${newId()}::uuid, c.id, ${number}::numeric, ${revision.reason.trim()}, ${revision.actor.label ?? 'staf'},
      c.total, ${total}::numeric, ${before}::jsonb, ${JSON.stringify(rows)}::jsonb, ${at}::timestamptz,
      ${at}::timestamptz
    from contracts c where c.order_id = ${order.id}`
}

/** The new rows, the order's total, the books and the revision itself, in one statement. */
const write = async (tx: Tx, written: Written): Promise<number> => {
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
 * Draws a new schedule for what is wholly unpaid of a contract: the old rows stay as replaced, the new
 * ones form the next revision, the books reverse and post anew. What was paid, also in part, stays.
 *
 * @throws DomainError `order.notFound`, `overdue.noContract`, `order.cancelled`,
 * `contract.nothingToRevise`, `contract.badFirstDue`, `contract.badDiscount`, `plan.invalid`,
 * `event.reasonRequired`, `event.notPermitted`
 */
export const reviseContract = (
  payload: Payload,
  revision: Revision,
): Promise<{ revision: number }> =>
  runInTransaction(payload, async (tx) => {
    const { actor, discount, firstDue, orderId, tenor } = revision
    const order = await lockOrder(tx, sql`o.id = ${orderId}`)
    if (!order.contract) {
      throw new DomainError('overdue.noContract')
    }
    if (order.state === 'cancelled') {
      throw new DomainError('order.cancelled')
    }
    const replaced = principalOf(order).filter(({ paid, state }) => state === 'open' && paid === 0)
    assertSound(order, replaced, revision)
    await cancelAttempts({ actor, note: { reason: 'jadwal cicilan diubah' }, orderId, tx })
    for (const { amount, id } of replaced) {
      const along = [adjustOrder(orderId, -amount), postRevision(orderId, -amount)]
      await fireReplaced(tx, { actor, along, id, reason: revision.reason.trim() })
    }
    const sum = replaced.reduce((all, { amount }) => all + amount, 0)
    const rows = buildInstalmentRows({
      firstDue,
      firstSeq: Math.max(...order.instalments.map(({ seq }) => seq)) + 1,
      tenor,
      total: rupiah(sum - discount),
    })
    const number = await write(tx, { order, revision, rows, total: order.total - discount })
    await orderPaymentOwner.recount(tx, orderId)
    const news = { revision: number, text: revision.reason.trim() }
    await ordersRuntime.get(payload).tellRevision(tx, orderId, news)
    return { revision: number }
  })

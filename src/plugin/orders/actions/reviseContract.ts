import type { Payload } from 'payload'

import type { InstalmentWithMoney } from '../../instalments'

import { DomainError } from '../../kernel/errors'
import { rupiah } from '../../kernel/money'
import { type Actor, runInTransaction, sql } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'
import { buildInstalmentRows, MAX_TENOR, MIN_INSTALMENT } from '../../plans'
import { ordersRuntime } from '../runtime'
import { type LockedOrder, lockOrder } from './lockOrder'
import { findUnpaid, nextSeqOf, principalOf, replaceSchedule } from './replaceSchedule'

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
    const replaced = findUnpaid(order)
    assertSound(order, replaced, revision)
    const sum = replaced.reduce((all, { amount }) => all + amount, 0)
    const rows = buildInstalmentRows({
      firstDue,
      firstSeq: nextSeqOf(order),
      tenor,
      total: rupiah(sum - discount),
    })
    const number = await replaceSchedule(tx, {
      actor,
      order,
      reason: revision.reason.trim(),
      replaced,
      rows,
      total: order.total - discount,
    })
    const news = { revision: number, text: revision.reason.trim() }
    await ordersRuntime.get(payload).tellRevision(tx, orderId, news)
    return { revision: number }
  })

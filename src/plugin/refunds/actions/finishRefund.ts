import type { Actor } from '../../kernel/payload'
import type { RefundMethod } from '../rules'
import type { LockedRefund } from './lockRefund'

import { DomainError } from '../../kernel/errors'
import { fireEvent, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildPosting, findHolder, paymentMachine, paymentsRuntime } from '../../payments'
import { refundMachine } from '../machine'
import { tellOfTransfer } from '../messages'
import { isOnTheWay } from '../transfers/lockTransfer'

/** What of the payment is still with the shop, by the books. Rupiah. */
export const findKept = async (tx: Tx, paymentId: string): Promise<number> => {
  const [row] = await tx.rows<{ kept: string }>(
    sql`select coalesce(-sum(amount), 0) as kept from ledger_entries
      where payment_id = ${paymentId} and account in ('receivable', 'refunds')`,
  )
  return Number(row?.kept ?? 0)
}

const book = async (tx: Tx, { amount, orderId, paymentId }: LockedRefund): Promise<unknown> => {
  const lines = [
    { account: 'refunds' as const, amount },
    { account: await findHolder(tx, paymentId), amount: -amount },
  ]
  return tx.rows(buildPosting({ kind: 'payment.refunded', lines, orderId, paymentId }))
}

type Sent = { actor: Actor; evidence: string; method: RefundMethod; refund: LockedRefund }

/** A payment of which nothing is left is refunded; what follows from that is derived anew. */
const follow = async (
  tx: Tx,
  { actor, evidence, isWhole, refund }: { isWhole: boolean } & Omit<Sent, 'method'>,
): Promise<void> => {
  const { number, orderId, paymentId } = refund
  if (isWhole) {
    await fireEvent({
      actor,
      event: 'refund',
      id: paymentId,
      machine: paymentMachine,
      note: { metadata: { evidence }, reason: number },
      table: 'payments',
      tx,
    })
  }
  await paymentsRuntime.get(tx.payload).owner.recount(tx, orderId)
}

/**
 * The money of a refund is sent: the books, the state of the payment, and with the last rupiah the end
 * of the deliveries, all at once. The customer is told. Under the refund's lock.
 *
 * @throws DomainError `refund.tooMuch` when less is left by now, `event.notAllowed`,
 * `event.notPermitted`, `event.guardRefused` while the disbursement is at it
 */
export const finishRefund = async (tx: Tx, sent: Sent): Promise<void> => {
  const { actor, evidence, method, refund } = sent
  const { id, paymentId, state } = refund
  await fireEvent({
    actor,
    event: 'execute',
    facts: { isOnTheWay: await isOnTheWay(tx, id) },
    id,
    locked: state,
    machine: refundMachine,
    note: { metadata: { evidence } },
    set: sql`evidence = ${evidence}, method = ${method},
      executed_at = ${clock.now().toISOString()}`,
    table: 'refunds',
    tx,
  })
  const kept = await findKept(tx, paymentId)
  if (refund.amount > kept) {
    throw new DomainError('refund.tooMuch', { left: kept })
  }
  await book(tx, refund)
  await follow(tx, { actor, evidence, isWhole: kept === refund.amount, refund })
  await tellOfTransfer(tx, { evidence, refund })
}

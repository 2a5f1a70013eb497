import type { ReviewKind } from './open'

import { DomainError } from '../../kernel/errors'
import { type Actor, fireEvent, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildPosting, type LedgerAccount, type Posting } from '../ledger'
import { paymentMachine } from '../machine'
import { findHolder } from '../recorded/holder'
import { paymentsRuntime } from '../runtime'

/** What an admin may decide about money under review. */
export type ReviewDecision = {
  actor: Actor
  decision: 'credit' | 'keep' | 'markRefund' | 'refund'
  /** Proof that the money went back; for `refund`. */
  evidence?: string | undefined
  /** Order to credit, by id; the review's own order when absent. */
  orderId?: string | undefined
  /** The same, by the number that people use. */
  orderNumber?: string | undefined
  reason: string
  /** A UUID; callers check what comes from outside. */
  reviewId: string
  /** The state that the decider saw. */
  seen?: string | undefined
}

/** Money under review, under lock. */
export type Review = {
  amount: number
  id: string
  kind: ReviewKind
  orderId: null | string
  paymentId: null | string
  state: string
}

const findTarget = async (args: {
  decision: ReviewDecision
  review: Review
  tx: Tx
}): Promise<string> => {
  const { decision, review, tx } = args
  const { orderId, orderNumber } = decision
  const { owner } = paymentsRuntime.get(tx.payload)
  const named = orderNumber ? await owner.findByNumber(tx, orderNumber) : orderId
  const target = orderNumber ? named : (named ?? review.orderId)
  if (!target) {
    throw new DomainError('order.notFound', { field: 'order' })
  }
  return target
}

/** Money that was sent back cannot pay anything any more. */
const assertNotRefunded = async (tx: Tx, paymentId: string): Promise<void> => {
  const gone = await tx.rows(
    sql`select id from payments where id = ${paymentId} and state = 'refunded'`,
  )
  if (gone.length > 0) {
    throw new DomainError('review.paymentRefunded')
  }
}

/** Moves the money onto what the order owes; refuses when that is less than the money. */
const creditOrder = async (args: { review: Review; target: string; tx: Tx }): Promise<void> => {
  const { review, target, tx } = args
  const { owner } = paymentsRuntime.get(tx.payload)
  if (!review.paymentId) {
    throw new DomainError('review.noPayment')
  }
  await owner.lock(tx, target)
  await assertNotRefunded(tx, review.paymentId)
  const money = { amount: review.amount, orderId: target, paymentId: review.paymentId }
  const { allocated } = await owner.credit(tx, { ...money, now: clock.now() })
  if (allocated !== review.amount) {
    throw new DomainError('review.exceedsDebt', { allocated, amount: review.amount })
  }
  await tx.rows(
    buildPosting({
      kind: 'review.credited',
      lines: [
        { account: 'excess', amount: allocated },
        { account: 'receivable', amount: -allocated },
      ],
      orderId: target,
      paymentId: review.paymentId,
    }),
  )
  await owner.announce(tx, { ...money, kind: 'paid' })
}

const book = (args: {
  from: LedgerAccount
  kind: Posting['kind']
  review: Review
  to: LedgerAccount
  tx: Tx
}): Promise<unknown> => {
  const { from, kind, review, to, tx } = args
  const { amount, orderId, paymentId } = review
  const lines = [
    { account: from, amount },
    { account: to, amount: -amount },
  ]
  return tx.rows(buildPosting({ kind, lines, orderId, paymentId }))
}

/** An attempt of which nothing is left with the shop is refunded as a whole. */
const closeEmptyAttempt = async (args: {
  decision: ReviewDecision
  review: Review
  tx: Tx
}): Promise<void> => {
  const { decision, review, tx } = args
  const [payment] = await tx.rows<{ orderId: string }>(
    sql`select p.order_id as "orderId" from payments p where p.id = ${review.paymentId}
      and p.state = 'paid' and (select sum(l.amount) from ledger_entries l
        where l.payment_id = p.id and l.account in ('gateway', 'bank')) = 0`,
  )
  if (payment && review.paymentId) {
    const subject = { id: review.paymentId, machine: paymentMachine, table: 'payments' }
    const { actor, reason } = decision
    await fireEvent({ ...subject, actor, event: 'refund', note: { reason }, tx })
  }
}

/** What the decision does with the money. */
export const carryOut = async (args: {
  decision: ReviewDecision
  review: Review
  tx: Tx
}): Promise<void> => {
  const { decision, review, tx } = args
  switch (decision.decision) {
    case 'credit':
      return creditOrder({ review, target: await findTarget(args), tx })
    case 'keep':
      return
    case 'markRefund':
      await book({ from: 'excess', kind: 'review.refundMarked', review, to: 'refund_payable', tx })
      return
    case 'refund':
      await book({
        from: 'refund_payable',
        kind: 'review.refunded',
        review,
        to: review.paymentId ? await findHolder(tx, review.paymentId) : 'gateway',
        tx,
      })
      return closeEmptyAttempt(args)
  }
}

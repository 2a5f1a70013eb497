import type { Payload } from 'payload'

import type { ReviewKind } from './open'

import { DomainError } from '../../kernel/errors'
import { type Actor, fireEvent, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildPosting } from '../ledger'
import { paymentMachine } from '../machine'
import { paymentsRuntime } from '../runtime'
import { reviewMachine } from './machine'

/** What an admin may decide about money under review. */
export type ReviewDecision = {
  actor: Actor
  decision: 'credit' | 'keep' | 'markRefund'
  /** Order to credit; the review's own order when absent. */
  orderId?: string
  reason: string
  /** A UUID; callers check what comes from outside. */
  reviewId: string
}

type Review = {
  amount: number
  id: string
  kind: ReviewKind
  orderId: null | string
  paymentId: null | string
  state: string
}

const lockReview = async (tx: Tx, id: string): Promise<Review> => {
  const [row] = await tx.rows<Omit<Review, 'amount'> & { amount: string }>(sql`
    select id, kind::text as kind, amount, order_id as "orderId", payment_id as "paymentId",
      state::text as state from reviews where id = ${id} for update`)
  if (!row) {
    throw new DomainError('notFound', { field: 'review' })
  }
  return { ...row, amount: Number(row.amount) }
}

/** Moves the money onto what the order owes; refuses when that is less than the money. */
const creditOrder = async (args: { review: Review; target: string; tx: Tx }): Promise<void> => {
  const { review, target, tx } = args
  const { owner } = paymentsRuntime.get(tx.payload)
  if (!review.paymentId) {
    throw new DomainError('review.noPayment')
  }
  await owner.lock(tx, target)
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

const markRefund = (tx: Tx, review: Review): Promise<unknown> =>
  tx.rows(
    buildPosting({
      kind: 'review.refundMarked',
      lines: [
        { account: 'excess', amount: review.amount },
        { account: 'refund_payable', amount: -review.amount },
      ],
      orderId: review.orderId,
      paymentId: review.paymentId,
    }),
  )

/** A quarantined attempt leaves its quarantine with the decision: its money is accounted for. */
const releaseAttempt = async (args: {
  decision: ReviewDecision
  review: Review
  tx: Tx
}): Promise<void> => {
  const { decision, review, tx } = args
  const isQuarantined = review.kind === 'amountMismatch' || review.kind === 'referenceMismatch'
  if (!isQuarantined || !review.paymentId || review.state !== 'open') {
    return
  }
  const { actor, reason } = decision
  const subject = { id: review.paymentId, machine: paymentMachine, table: 'payments' }
  await fireEvent({ ...subject, actor, event: 'accept', note: { reason }, tx })
}

/**
 * Decides about money under review: once, by an admin or owner, with a reason that stays on record.
 *
 * @throws DomainError `review.reasonRequired`, `review.exceedsDebt`, `event.notAllowed`, `event.notPermitted`
 */
export const decideReview = async (args: {
  decision: ReviewDecision
  payload: Payload
}): Promise<void> => {
  const { decision, payload } = args
  const reason = decision.reason.trim()
  if (reason.length < 5) {
    throw new DomainError('review.reasonRequired', { field: 'reason' })
  }
  await runInTransaction(payload, async (tx) => {
    const review = await lockReview(tx, decision.reviewId)
    await fireEvent({
      actor: decision.actor,
      event: decision.decision,
      id: review.id,
      machine: reviewMachine,
      note: { reason },
      set: sql`decision_reason = ${reason}, decided_by_id = ${decision.actor.id ?? null},
        decided_at = ${clock.now().toISOString()}`,
      table: 'reviews',
      tx,
    })
    await releaseAttempt({ decision, review, tx })
    if (decision.decision === 'credit') {
      const target = decision.orderId ?? review.orderId
      if (!target) {
        throw new DomainError('order.notFound', { field: 'order' })
      }
      await creditOrder({ review, target, tx })
    } else if (decision.decision === 'markRefund') {
      await markRefund(tx, review)
    }
  })
}

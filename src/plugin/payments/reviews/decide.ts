import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { paymentMachine } from '../machine'
import { carryOut, type Review, type ReviewDecision } from './carryOut'
import { reviewMachine } from './machine'

const lockReview = async (tx: Tx, id: string): Promise<Review> => {
  const [row] = await tx.rows<Omit<Review, 'amount'> & { amount: string }>(sql`
    select id, kind::text as kind, amount, order_id as "orderId", payment_id as "paymentId",
      state::text as state from reviews where id = ${id} for update`)
  if (!row) {
    throw new DomainError('notFound', { field: 'review' })
  }
  return { ...row, amount: Number(row.amount) }
}

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
 * Answers the review's new state.
 *
 * @throws DomainError `review.reasonRequired`, `review.exceedsDebt`, `event.notAllowed`, `event.notPermitted`
 */
export const decideReview = async (args: {
  decision: ReviewDecision
  payload: Payload
}): Promise<string> => {
  const { decision, payload } = args
  const reason = decision.reason.trim()
  if (reason.length < 5) {
    throw new DomainError('review.reasonRequired', { field: 'reason' })
  }
  return runInTransaction(payload, async (tx) => {
    const review = await lockReview(tx, decision.reviewId)
    const { to } = await fireEvent({
      actor: decision.actor,
      event: decision.decision,
      id: review.id,
      machine: reviewMachine,
      note: { reason, ...(decision.evidence && { metadata: { evidence: decision.evidence } }) },
      seen: decision.seen,
      set: sql`decision_reason = ${reason}, decided_by_id = ${decision.actor.id ?? null},
        decided_at = ${clock.now().toISOString()}`,
      table: 'reviews',
      tx,
    })
    await releaseAttempt({ decision, review, tx })
    await carryOut({ decision, review, tx })
    return to
  })
}

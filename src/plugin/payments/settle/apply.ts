import type { Payload } from 'payload'

import type { PaymentNews } from '../owner'
import type { SettlementPlan } from '../rules'
import type { Attempt } from './findAttempt'

import {
  fireEvent,
  fireEventAtOnce,
  runInTransaction,
  type SQL,
  sql,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildPosting } from '../ledger'
import { paymentMachine } from '../machine'
import { buildReview, type ReviewKind } from '../reviews/open'
import { paymentsRuntime } from '../runtime'
import { buildEventsClosed } from './events'

type Settle = Extract<SettlementPlan, { kind: 'settle' }>
type Quarantine = Extract<SettlementPlan, { kind: 'quarantine' }>
type Step = { attempt: Attempt; tx: Tx }

/** The attempt was read before the lock was taken; where it has moved on, the slow way finds out. */
const fire = async (args: Step & { event: string; set?: SQL }): Promise<void> => {
  const { attempt, tx } = args
  const event = {
    actor: SYSTEM,
    event: args.event,
    facts: { matches: true },
    id: attempt.id,
    machine: paymentMachine,
    set: args.set ?? sql`checked_at = ${clock.now().toISOString()}`,
    table: 'payments',
    tx,
  }
  if (!(await fireEventAtOnce({ ...event, from: attempt.state }))) {
    await fireEvent(event)
  }
}

/**
 * The parts of a statement that book what came in: what was owed leaves the receivables, the rest is
 * owed back as excess; and that close the callbacks.
 */
const buildBooks = (args: {
  allocated: number
  amount: number
  attempt: Attempt
  review: null | ReviewKind
}): SQL => {
  const { allocated, amount, attempt, review } = args
  const posting = buildPosting({
    kind: 'payment.received',
    lines: [
      { account: 'gateway', amount },
      { account: 'receivable', amount: -allocated },
      { account: 'excess', amount: allocated - amount },
    ],
    orderId: attempt.orderId,
    paymentId: attempt.id,
  })
  const { id: paymentId, merchantOrderId, orderId } = attempt
  const excess = amount - allocated
  const opened = review
    ? sql`, opened as (${buildReview({ amount: excess, kind: review, merchantOrderId, orderId, paymentId })})`
    : sql``
  const closed = buildEventsClosed({ merchantOrderId, outcome: review ? 'review' : 'paid' })
  return sql`posted as (${posting}) ${opened}, closed as (${closed})`
}

const reviewKindOf = (args: {
  allocated: number
  amount: number
  refusal?: 'cancelled' | 'nothingDue'
}): null | ReviewKind => {
  if (args.refusal) {
    return args.refusal === 'cancelled' ? 'cancelledOrder' : 'double'
  }
  return args.amount > args.allocated ? 'over' : null
}

/**
 * What was credited is a receipt, what was put aside is news for buyer and staff; it can be both, and
 * is one of them at least. The books are written with the first.
 */
const tell = async (args: {
  allocated: number
  books: SQL
  news: Omit<PaymentNews, 'kind'>
  review: null | ReviewKind
  tx: Tx
}): Promise<void> => {
  const { allocated, books, news, review, tx } = args
  const { owner } = paymentsRuntime.get(tx.payload)
  if (allocated > 0) {
    await owner.announce(tx, { ...news, kind: 'paid' }, books)
  }
  if (review) {
    const excess = { ...news, amount: news.amount - allocated, kind: 'review' as const }
    await owner.announce(tx, excess, allocated > 0 ? undefined : books)
  }
}

/** The money is real and fits: settle, credit what is owed, keep the rest, tell the people. */
export const applySettlement = (args: {
  attempt: Attempt
  payload: Payload
  plan: Settle
}): Promise<void> => {
  const { attempt, payload, plan } = args
  const { owner } = paymentsRuntime.get(payload)
  return runInTransaction(payload, async (tx) => {
    const now = clock.now()
    const { amount } = plan
    const at = now.toISOString()
    const news = { amount, orderId: attempt.orderId, paymentId: attempt.id }
    await owner.lock(tx, attempt.orderId)
    await fire({
      attempt,
      event: 'settle',
      set: sql`paid_at = ${at}, checked_at = ${at}, failure_reason = null,
        reference = coalesce(reference, ${plan.reference}), channel = coalesce(${attempt.channel}, channel)`,
      tx,
    })
    const { instalmentSet, rebate } = attempt
    const asked = { amount: attempt.amount, instalmentSet, rebate }
    const credit = await owner.credit(tx, { ...news, asked, now })
    const review = reviewKindOf({ amount, ...credit })
    const { allocated } = credit
    const books = buildBooks({ allocated, amount, attempt, review })
    await tell({ allocated, books, news, review, tx })
  })
}

/** The money is real but differs from what we asked: nothing is credited, an admin decides. */
export const applyQuarantine = (args: {
  attempt: Attempt
  payload: Payload
  plan: Quarantine
}): Promise<void> => {
  const { attempt, payload, plan } = args
  const { owner } = paymentsRuntime.get(payload)
  return runInTransaction(payload, async (tx) => {
    await owner.lock(tx, attempt.orderId)
    const failure = plan.reason === 'amount' ? 'amountMismatch' : 'referenceMismatch'
    await fire({ attempt, event: 'quarantine', set: sql`failure_reason = ${failure}`, tx })
    const { amount } = plan
    const books = buildBooks({ allocated: 0, amount, attempt, review: failure })
    const { id: paymentId, orderId } = attempt
    await owner.announce(tx, { amount, kind: 'review', orderId, paymentId }, books)
  })
}

/** The gateway says that it will not be paid: the buyer learns why and may try again. */
export const applyDecline = (args: { attempt: Attempt; payload: Payload }): Promise<void> => {
  const { attempt, payload } = args
  const { owner } = paymentsRuntime.get(payload)
  return runInTransaction(payload, async (tx) => {
    const { amount, id: paymentId, merchantOrderId, orderId } = attempt
    await owner.lock(tx, orderId)
    await fire({ attempt, event: 'decline', set: sql`failure_reason = 'declined'`, tx })
    const closed = sql`closed as (${buildEventsClosed({ merchantOrderId, outcome: 'declined' })})`
    await owner.announce(tx, { amount, kind: 'failed', orderId, paymentId }, closed)
  })
}

import type { AccountFacts, AllocationFacts, PaymentFacts, PostingFacts } from '../facts'

import { wibDayOf } from '../../../kernel/time'

/** One line of an account: what happened, what it paid, and what was owed afterwards. Rupiah. */
export type StatementLine = {
  /** What was put on debts by it. */
  allocations: AllocationFacts[]
  /** Came in with it and lies on no debt of this order. */
  aside: number
  balance: number
  /** The payment, when it is one of this order. */
  payment: null | PaymentFacts
} & PostingFacts

/** Takes from the head of the queue what this posting has put on debts. */
const takeAllocations = (queue: AllocationFacts[], credited: number): AllocationFacts[] => {
  const taken: AllocationFacts[] = []
  for (let left = credited; left > 0 && (queue[0]?.amount ?? Infinity) <= left;) {
    const next = queue.shift() as AllocationFacts
    taken.push(next)
    left -= next.amount
  }
  return taken
}

/** Written debt by debt, told as one thing: a new schedule, and what was forgiven at once. */
const TOLD_AS_ONE = new Set(['contract.revised', 'instalment.rebated'])

const isSameThing = (a: PostingFacts | undefined, b: PostingFacts): a is PostingFacts =>
  a?.kind === b.kind &&
  TOLD_AS_ONE.has(a.kind) &&
  wibDayOf(new Date(a.at)) === wibDayOf(new Date(b.at))

const joinPostings = (postings: readonly PostingFacts[]): PostingFacts[] => {
  const joined: PostingFacts[] = []
  for (const posting of postings) {
    const last = joined.at(-1)
    if (isSameThing(last, posting)) {
      joined[joined.length - 1] = { ...last, change: last.change + posting.change }
    } else {
      joined.push(posting)
    }
  }
  return joined
}

/**
 * The account of an order, line by line in the order of the books. What a payment paid stands with the
 * posting that put it there: a payment credited in two steps has two lines.
 */
export const buildStatement = (
  account: Pick<AccountFacts, 'allocations' | 'payments' | 'postings'>,
): StatementLine[] => {
  const payments = new Map(account.payments.map((payment) => [payment.id, payment]))
  const queues = new Map<string, AllocationFacts[]>()
  for (const allocation of account.allocations) {
    const { paymentId } = allocation
    queues.set(paymentId, [...(queues.get(paymentId) ?? []), allocation])
  }
  let balance = 0
  return joinPostings(account.postings).map((posting) => {
    const { change, money, paymentId } = posting
    balance += change
    const queue = (paymentId && queues.get(paymentId)) || []
    return {
      ...posting,
      allocations: takeAllocations(queue, -change),
      aside: Math.max(0, money + Math.min(0, change)),
      balance,
      payment: (paymentId && payments.get(paymentId)) || null,
    }
  })
}

/** What a receipt says of one payment; rupiah. */
export type ReceiptFacts = {
  allocations: AllocationFacts[]
  /** What is owed of the order once this payment was put on it. */
  balance: number
  /** What lies on no debt, here or elsewhere. */
  excess: number
  payment: PaymentFacts
}

/** What a receipt can be written for: the money came in, even if it went back later. */
const RECEIVED = new Set(['paid', 'refunded'])

/**
 * The receipt of one payment, by its number; null for a number of nothing that was paid. What is still
 * owed is that of the day of the payment and never changes.
 */
export const findReceipt = (
  account: Pick<AccountFacts, 'allocations' | 'payments' | 'postings'>,
  merchantOrderId: string,
): null | ReceiptFacts => {
  const payment = account.payments.find(
    (each) => each.merchantOrderId === merchantOrderId && RECEIVED.has(each.state),
  )
  if (!payment) {
    return null
  }
  const own = buildStatement(account).filter(({ paymentId }) => paymentId === payment.id)
  const allocations = own.flatMap((line) => line.allocations)
  const credited = allocations.reduce((sum, { amount }) => sum + amount, 0)
  const last = own.findLast(({ change }) => change < 0) ?? own.find(({ money }) => money > 0)
  return {
    allocations,
    balance: last?.balance ?? 0,
    excess: payment.received - credited - payment.elsewhere,
    payment,
  }
}

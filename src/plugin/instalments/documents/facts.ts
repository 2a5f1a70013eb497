import type { InstalmentKind } from '../../plans'
import type { ContractRow } from '../contracts/publicContract'

/** One posting of an order's books as its buyer is told of it; rupiah. */
export type PostingFacts = {
  at: string
  /** What is owed changes by this much; a payment makes it smaller. */
  change: number
  kind: string
  /** What came in, or went back when it is negative. */
  money: number
  paymentId: null | string
}

/** Money put on one debt. */
export type AllocationFacts = {
  amount: number
  debt: DebtFacts
  paymentId: string
}

/** A debt as documents name it. */
export type DebtFacts = {
  amount: number
  dueOn: string
  kind: InstalmentKind
  lateFor: null | number
  seq: number
}

/** One payment that reached the shop; rupiah. */
export type PaymentFacts = {
  channel: null | string
  /** What was put on debts of other orders. */
  elsewhere: number
  /** What was forgiven because this payment paid everything early. */
  forgiven: number
  id: string
  merchantOrderId: string
  method: string
  paidAt: null | string
  /** All of it that came in. */
  received: number
  reference: null | string
  /** What has gone back of it, and when the last of that did. */
  returned: number
  returnedAt: null | string
  state: string
}

/** An order with its whole account: what every document is made of. */
export type AccountFacts = {
  allocations: AllocationFacts[]
  contract: ContractRow | null
  customerName: string
  locale: string
  number: string
  payments: PaymentFacts[]
  /** In the order in which they were written. */
  postings: PostingFacts[]
  title: string
  token: string
}

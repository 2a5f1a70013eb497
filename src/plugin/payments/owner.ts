import type { SQL, Tx } from '../kernel/payload'

/** What became of an attempt, as whoever is being paid wants to hear it. */
export type PaymentNews = {
  amount: number
  kind: 'expired' | 'failed' | 'paid' | 'review'
  orderId: string
  paymentId: string
}

/** What an attempt asked for: rupiah, the debts by their numbers (`1` or `2,3`), and what was promised with it. */
export type AskedMoney = { amount: number; instalmentSet: string; rebate: number }

/**
 * What payments need from whatever is being paid. Payments know nothing of orders or instalments
 * (they lie above); the plugin wires the owner in. Every call runs inside the settling transaction.
 */
export type PaymentOwner = {
  /**
   * Tells the people concerned; writes outbox rows only. `along` are parts of a `with` statement
   * that are written with them, to save a round trip.
   */
  announce: (tx: Tx, news: PaymentNews, along?: SQL) => Promise<void>
  /**
   * Puts money on what is owed; answers how much was taken, the rest is excess. Without `asked`, as
   * when staff credit it, money is good for whatever is owed.
   */
  credit: (
    tx: Tx,
    money: { amount: number; asked?: AskedMoney; now: Date; orderId: string; paymentId: string },
  ) => Promise<{ allocated: number; refusal?: 'cancelled' | 'nothingDue' }>
  /** The order that people call by this number, or null. */
  findByNumber: (tx: Tx, number: string) => Promise<null | string>
  /** Whether money of this payment is being sent back at the moment. Under the lock. */
  isOnItsWayBack: (tx: Tx, paymentId: string) => Promise<boolean>
  /** Locks what is being paid, before anything else of it is touched. */
  lock: (tx: Tx, orderId: string) => Promise<void>
  /** Debts or refunds have changed: derives anew what follows from them. */
  recount: (tx: Tx, orderId: string) => Promise<void>
}

import type { Ladder } from '../ladder'

/** Part of a price: a fixed sum in rupiah, or hundredths of a percent of it (150 = 1.5 %). */
export type Share =
  { amount: number; kind: 'amount' } | { basisPoints: number; kind: 'percent' } | { kind: 'none' }

/**
 * What paying in parts costs beside the cash price: nothing, a fixed sum, a share of what is financed,
 * or a flat share of it for each month of the tenor.
 */
export type Markup = { basisPoints: number; kind: 'perMonth' } | Share

/** What being late costs; off by default. */
export type LateFee = {
  /** Most that one instalment can cost in fees, in rupiah; null for no limit. */
  cap: null | number
  /** Charged once, or again for every further 30 days. */
  every: 'month' | 'once'
  /** Whole days after the due day that cost nothing. */
  graceDays: number
  /** A fixed sum, or a share of the instalment. */
  share: Exclude<Share, { kind: 'none' }>
} | null

/** What a customer who pays everything early owes: all of it, or all but the markup of what is not yet due. */
export type PayoffRule = 'full' | 'markupBack'

/** Where money beyond what was asked for goes: onto the next instalment, or aside to be given back. */
export type OverpaidRule = 'keep' | 'next'

/** One way to pay for a product in parts, as the shop agreed on it. Amounts are in rupiah. */
export type PlanTerms = {
  /** Months of service that the price covers. */
  contractMonths: number
  downPayment: Share
  /** Day of the month on which instalments are due, 1 to 28; null counts from the first due day. */
  dueDay: null | number
  /** Days from the order to the earliest first due day. */
  firstDueDays: number
  /** Names the plan within its product, such as `12x`. */
  key: string
  ladder: Ladder
  lateFee: LateFee
  markup: Markup
  overpaid: OverpaidRule
  payoff: PayoffRule
  setupFee: number
  /** Number of instalments after the down payment, 1 to 36. */
  tenor: number
}

/** Dearest sum, in rupiah: the gateway reads at most twelve digits. */
export const MAX_AMOUNT = 999_999_999_999

/** Most instalments that a plan may have. */
export const MAX_TENOR = 36

/** Duitku takes no payment below this many rupiah by every channel (facts: minimum amounts). */
export const MIN_INSTALMENT = 10_000

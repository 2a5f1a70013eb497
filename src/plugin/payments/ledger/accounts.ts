/**
 * The books, in whole rupiah, debit positive. Every ledger transaction sums to nought.
 *
 * - `receivable` what customers owe; debited when an order is placed, credited when money is allocated
 * - `sales` what was sold; the other side of `receivable`
 * - `gateway` money that Duitku says it holds for us
 * - `excess` money that is owed back or waits for a decision: late, double, over, under, orphan
 * - `refund_payable` excess that an admin marked for refund
 * - `refunds` credited money that was sent back; the other side of what leaves `gateway`
 * - `bank` money that customers sent to the shop's own account, recorded by staff
 * - `late_fees` what being late has cost; the other side of `receivable`
 * - `rebates` debts given up because somebody paid early; the other side of what leaves `receivable`
 * - `waived` debts that staff forgave; the other side of what leaves `receivable`
 */
export const LEDGER_ACCOUNTS = [
  'receivable',
  'sales',
  'gateway',
  'excess',
  'refund_payable',
  'refunds',
  'waived',
  'bank',
  'late_fees',
  'rebates',
] as const

/** Name of an account in the books. */
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

/** One side of a posting; `amount` in rupiah, positive debit, negative credit. */
export type LedgerLine = { account: LedgerAccount; amount: number }

import type { PayoffRule } from '../../plans'
import type { Standing } from './standing'

import { allocateRupiah, rupiah } from '../../kernel/money'

/** What it takes to be done with a contract today, in rupiah. */
export type Payoff = {
  /** To be paid. */
  amount: number
  /** Forgiven for paying early; 0 where the plan gives nothing back. */
  rebate: number
}

/**
 * What a customer owes who pays everything today. Where the plan gives the markup back, that is the
 * share of it which lies in instalments that are not due yet and on which nothing was paid.
 *
 * @param args.markup Markup of the whole contract, spread over its instalments
 */
export const resolvePayoff = (args: {
  markup: number
  payoff: PayoffRule
  standing: Standing
  today: string
}): Payoff => {
  const { markup, payoff, standing, today } = args
  const owed = standing.left + standing.fees
  const parts = standing.debts.filter(
    ({ kind, state }) => kind === 'instalment' && state !== 'replaced' && state !== 'void',
  )
  if (payoff === 'full' || markup <= 0 || parts.length === 0) {
    return { amount: owed, rebate: 0 }
  }
  const shares = allocateRupiah(
    rupiah(markup),
    parts.map(({ amount }) => amount),
  )
  const rebate = parts.reduce(
    (sum, { dueOn, paid, state }, at) =>
      state === 'open' && paid === 0 && dueOn > today ? sum + (shares[at] ?? 0) : sum,
    0,
  )
  return { amount: owed - rebate, rebate }
}

import type { PlanTerms } from '@/plugin/plans'

import { DEFAULT_LADDER } from '@/plugin/plans'

/** A plan as most shops would offer it: twelve months, no markup, no fees, the ladder of the design. */
export const planTerms = (wish: Partial<PlanTerms> = {}): PlanTerms => ({
  contractMonths: 12,
  downPayment: { kind: 'none' },
  dueDay: null,
  firstDueDays: 0,
  key: '12x',
  ladder: DEFAULT_LADDER,
  lateFee: null,
  markup: { kind: 'none' },
  overpaid: 'next',
  payoff: 'full',
  setupFee: 0,
  tenor: 12,
  ...wish,
})

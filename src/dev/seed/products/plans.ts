/** One row of a product's plans, as an editor would write it; the rest are the defaults. */
export type PlanCopy = {
  downPayment?: { kind: 'percent'; percent: number }
  dueDay?: number
  firstDueDays?: number
  key: string
  lateFee?: {
    amount: number
    cap: number
    every: 'month' | 'once'
    graceDays: number
    kind: 'amount'
  }
  markup?: { kind: 'perMonth'; percent: number }
  payoff?: 'markupBack'
  setupFee?: number
  tenor: number
}

/** Beside a setup fee, which is paid on the day of the order, the instalments begin a month later. */
export const withSetup = (plan: PlanCopy, setupFee: number): PlanCopy => ({
  ...plan,
  firstDueDays: 30,
  setupFee,
})

/** Three payments that cost what paying at once costs. */
export const threeTimes: PlanCopy = { key: '3x', tenor: 3 }

/** A fifth at once, the rest in six payments on the fifth of the month. */
export const sixTimes: PlanCopy = {
  downPayment: { kind: 'percent', percent: 20 },
  dueDay: 5,
  key: '6x',
  tenor: 6,
}

/** One payment for each month of the contract; costs a little more, and being late costs too. */
export const twelveTimes = (args: { lateFee: number; percent: number }): PlanCopy => ({
  key: '12x',
  lateFee: {
    amount: args.lateFee,
    cap: args.lateFee * 2,
    every: 'month',
    graceDays: 3,
    kind: 'amount',
  },
  markup: { kind: 'perMonth', percent: args.percent },
  payoff: 'markupBack',
  tenor: 12,
})

import { z } from 'zod'

import type { LateFee, Markup, PlanTerms, Share } from './rules/terms'

import { DEFAULT_LADDER, type Ladder, LADDER_STEPS, type LadderOffsets } from './ladder'

/** What is missing or unreadable becomes NaN, which no check of a plan lets through. */
const amount = z.number().catch(Number.NaN)
const amountOr = (preset: number) =>
  z
    .number()
    .nullish()
    .transform((value) => value ?? preset)
    .catch(Number.NaN)
const nullableAmount = z
  .number()
  .nullish()
  .transform((value) => value ?? null)
  .catch(Number.NaN)

const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) => (typeof value === 'object' && value && !Array.isArray(value) ? value : {}),
    z.object(shape),
  )

const storedOffsets = Object.fromEntries(
  LADDER_STEPS.map((step) => [
    step,
    z
      .number()
      .nullish()
      .transform((value) => (value === undefined ? DEFAULT_LADDER.offsets[step] : value))
      .catch(Number.NaN),
  ]),
) as unknown as Record<keyof LadderOffsets, z.ZodType<null | number>>

const storedPlan = group({
  downPayment: group({
    amount,
    kind: z.enum(['none', 'amount', 'percent']).catch('none'),
    percent: amount,
  }),
  dueDay: nullableAmount,
  firstDueDays: amountOr(0),
  key: z.string().catch(''),
  ladder: group({
    ...storedOffsets,
    suspension: z.enum(['auto', 'propose']).catch(DEFAULT_LADDER.suspension),
  }),
  lateFee: group({
    amount,
    cap: nullableAmount,
    every: z.enum(['month', 'once']).catch('once'),
    graceDays: amountOr(0),
    kind: z.enum(['none', 'amount', 'percent']).catch('none'),
    percent: amount,
  }),
  markup: group({
    amount,
    kind: z.enum(['none', 'amount', 'percent', 'perMonth']).catch('none'),
    percent: amount,
  }),
  overpaid: z.enum(['keep', 'next']).catch('next'),
  payoff: z.enum(['full', 'markupBack']).catch('full'),
  setupFee: amountOr(0),
  tenor: amount,
})

type StoredPlan = z.infer<typeof storedPlan>
type StoredShare = { amount: number; kind: Markup['kind']; percent: number }

const ROUNDING_NOISE = 1e-6

/** Hundredths of a percent; with more than two decimals it stays a fraction, which no check lets through. */
const toBasisPoints = (percent: number): number => {
  const points = percent * 100
  const whole = Math.round(points)
  return Math.abs(points - whole) < ROUNDING_NOISE ? whole : points
}

const toMarkup = ({ amount: sum, kind, percent }: StoredShare): Markup => {
  switch (kind) {
    case 'amount':
      return { amount: sum, kind }
    case 'none':
      return { kind }
    case 'percent':
    case 'perMonth':
      return { basisPoints: toBasisPoints(percent), kind }
  }
}

const toShare = (stored: StoredPlan['downPayment']): Share => toMarkup(stored) as Share

const toLateFee = (stored: StoredPlan['lateFee']): LateFee => {
  const share = toMarkup(stored) as Share
  return share.kind === 'none'
    ? null
    : { cap: stored.cap, every: stored.every, graceDays: stored.graceDays, share }
}

const toLadder = ({ suspension, ...offsets }: StoredPlan['ladder']): Ladder => ({
  offsets,
  suspension,
})

/**
 * The terms that an editor wrote down, as the schedule and the ladder read them: percent with up to two
 * decimals become hundredths of a percent. Never throws: what is missing or unreadable becomes a number
 * that `findPlanFaults` reports, so that half-written plans can be shown.
 *
 * @param args.stored One row of a product's plans
 */
export const toPlanTerms = (args: { contractMonths: number; stored: unknown }): PlanTerms => {
  const stored = storedPlan.parse(args.stored)
  const { dueDay, firstDueDays, key, overpaid, payoff, setupFee, tenor } = stored
  return {
    contractMonths: args.contractMonths,
    downPayment: toShare(stored.downPayment),
    dueDay,
    firstDueDays,
    key,
    ladder: toLadder(stored.ladder),
    lateFee: toLateFee(stored.lateFee),
    markup: toMarkup(stored.markup),
    overpaid,
    payoff,
    setupFee,
    tenor,
  }
}

import { z } from 'zod'

import type { PublicContract } from './contracts/publicContract'

import { LADDER_STEPS } from '../plans'

const amount = z.int().min(0)
const day = z.iso.date()
const share = z.discriminatedUnion('kind', [
  z.strictObject({ amount, kind: z.literal('amount') }),
  z.strictObject({
    basisPoints: z.int().describe('Hundredths of a percent.'),
    kind: z.literal('percent'),
  }),
])
const none = z.strictObject({ kind: z.literal('none') })
const perMonth = z.strictObject({ basisPoints: z.int(), kind: z.literal('perMonth') })

const offsets = z.strictObject(
  Object.fromEntries(LADDER_STEPS.map((step) => [step, z.union([z.int(), z.null()])])) as Record<
    (typeof LADDER_STEPS)[number],
    z.ZodUnion<[z.ZodInt, z.ZodNull]>
  >,
)

/** The terms of a plan, as an order or a product shows them. */
export const termsAnswer = z
  .strictObject({
    contractMonths: z.int(),
    downPayment: z.union([share, none]),
    dueDay: z.union([z.int(), z.null()]),
    firstDueDays: z.int(),
    key: z.string(),
    ladder: z.strictObject({
      offsets: offsets.describe('Days from the due day; null where a step is off.'),
      suspension: z.enum(['auto', 'propose']),
    }),
    lateFee: z.union([
      z.strictObject({
        cap: z.union([amount, z.null()]),
        every: z.enum(['month', 'once']),
        graceDays: z.int(),
        share,
      }),
      z.null(),
    ]),
    markup: z.union([share, none, perMonth]),
    overpaid: z.enum(['keep', 'next']),
    payoff: z.enum(['full', 'markupBack']),
    setupFee: amount,
    tenor: z.int(),
  })
  .meta({ id: 'PlanTerms' })

/** What a debt is for. */
export const kindAnswer = z.enum(['downPayment', 'full', 'instalment', 'lateFee'])

const debt = z.strictObject({
  amount,
  daysLate: z.int(),
  dueOn: day,
  kind: kindAnswer,
  lateFor: z.union([z.int(), z.null()]).describe('The instalment that a late fee is for.'),
  left: amount,
  paid: amount,
  paidOn: z.union([day, z.null()]),
  refunded: amount,
  seq: z.int(),
  state: z.string(),
  status: z.enum([
    'dueToday',
    'late',
    'notIssued',
    'paid',
    'paidLate',
    'refunded',
    'replaced',
    'void',
    'waiting',
    'waived',
  ]),
})

const standing = z
  .strictObject({
    arrears: z.union([
      z.strictObject({
        daysLate: z.int(),
        fees: amount,
        principal: amount,
        seqs: z.array(z.int()),
        since: day,
      }),
      z.null(),
    ]),
    count: z.int().describe('Down payment and instalments, without late fees.'),
    debts: z.array(debt),
    fees: amount,
    left: amount,
    next: z.union([z.strictObject({ dueOn: day, left: amount, seq: z.int() }), z.null()]),
    paid: amount,
    paidCount: z.int(),
    toBecomeCurrent: amount.describe('Overdue principal and late fees.'),
    total: amount,
  })
  .meta({ id: 'Standing' })

/** A purchase in instalments as `GET /shop/orders/:token` answers it. */
export const contractAnswer: z.ZodType<PublicContract> = z
  .strictObject({
    cashPrice: amount,
    markup: amount,
    payoff: z.strictObject({ amount, rebate: amount }).describe('To be done with it today.'),
    revision: z.int(),
    setupFee: amount,
    standing,
    startedOn: day,
    terms: termsAnswer,
  })
  .meta({ id: 'Contract' }) as unknown as z.ZodType<PublicContract>

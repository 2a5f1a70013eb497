import { z } from 'zod'

import { isOneLine } from '../kernel/text'
import { postBody, postKey } from '../conversations'
import { REFUND_WAYS, type RefundWay, type RefundWays } from './rules'

/** What a shop decides about refunds. */
export type RefundOptions = {
  /** What an admin may approve, in rupiah; above it an owner. Default 500,000. */
  approvalLimit?: number
  /** Days after its approval within which a refund is sent, as the customer is told. Default 7. */
  sendDays?: number
  /**
   * In which ways money may go back by kind of channel, the preferred one first: `duitku` (in its
   * dashboard, to where it came from) or `transfer` (to a bank account). Defaults: see `rules.ts`.
   */
  ways?: Partial<RefundWays>
}

const way = z.enum(Object.keys(REFUND_WAYS) as [RefundWay, ...RefundWay[]])

/** Checks the options of refunds and fills in what they leave out. */
export const refundOptions = z
  .strictObject({
    approvalLimit: z.int().min(0).default(500_000),
    sendDays: z.int().min(1).max(60).default(7),
    ways: z
      .partialRecord(
        z.enum(['bank', 'card', 'ewallet', 'other', 'paylater', 'qris', 'retail']),
        z
          .tuple([way], way)
          .refine((ways) => new Set(ways).size === ways.length, 'names a way twice'),
      )
      .default({}),
  })
  .prefault({})

/** Options of refunds with every default filled in. */
export type ResolvedRefunds = z.output<typeof refundOptions>

const line = (code: string, min: number, max: number) =>
  z.string(code).trim().min(min, code).max(max, code).refine(isOneLine, code)

const reason = postBody.pipe(
  z.string().min(5, 'event.reasonRequired').max(1_000, 'conversation.tooLong'),
)

const isAccount = (text: string): boolean =>
  text === '' || (text.length >= 8 && (text.match(/\d/g) ?? []).length >= 5)

/** What a customer sends to have his money back. */
export const askSchema = z.strictObject({
  account: line('refund.badAccount', 0, 150)
    .refine(isAccount, 'refund.badAccount')
    .default('')
    .describe(
      'Bank, number and holder of the account that the money goes to. `offer.account` says whether it is needed.',
    ),
  key: postKey.describe('Names the press of a button: sent twice, it is one request.'),
  reason,
})

/** What staff send to have money go back. */
export const staffAskSchema = z.strictObject({
  account: line('refund.badAccount', 0, 150).default(''),
  amount: z.int('refund.badAmount').min(1, 'refund.badAmount'),
  key: postKey,
  order: z.uuid(),
  payment: z.uuid(),
  reason,
})

/** What an owner records when the money is sent; the proof comes beside it. */
export const executeSchema = z.strictObject({
  evidence: line('event.evidenceRequired', 3, 200),
  method: z.enum(way.options, 'refund.badMethod'),
})

/** To which account the disbursement is to send. */
export const transferSchema = z.strictObject({
  account: z
    .string('refund.badAccountNumber')
    .transform((text) => text.replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^\d{5,20}$/, 'refund.badAccountNumber')),
  bank: z.string('refund.badBank').regex(/^\d{3,4}$/, 'refund.badBank'),
})

/** Whether a text can be the number of a refund. */
export const isRefundNumber = (text: string): boolean => /^R-\d{6,12}$/.test(text)

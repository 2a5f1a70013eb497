import { z } from 'zod'

import { isOneLine } from '../kernel/text'
import { postBody, postKey } from '../conversations'
import { REFUND_METHODS, type RefundMethod } from './rules'

/** What a shop decides about refunds. */
export type RefundOptions = {
  /** What an admin may approve, in rupiah; above it an owner. Default 500,000. */
  approvalLimit?: number
}

/** Checks the options of refunds and fills in what they leave out. */
export const refundOptions = z
  .strictObject({ approvalLimit: z.int().min(0).default(500_000) })
  .prefault({})

/** Options of refunds with every default filled in. */
export type ResolvedRefunds = z.output<typeof refundOptions>

const line = (code: string, min: number, max: number) =>
  z.string(code).trim().min(min, code).max(max, code).refine(isOneLine, code)

const reason = postBody.pipe(
  z.string().min(5, 'event.reasonRequired').max(1_000, 'conversation.tooLong'),
)

/** What a customer sends to have his money back. */
export const askSchema = z.strictObject({
  account: line('refund.badAccount', 8, 150)
    .refine((text) => (text.match(/\d/g) ?? []).length >= 5, 'refund.badAccount')
    .describe('Bank, number and holder of the account that the money goes to.'),
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

const methods = Object.keys(REFUND_METHODS) as [RefundMethod, ...RefundMethod[]]

/** What an owner records when the money is sent; the proof comes beside it. */
export const executeSchema = z.strictObject({
  evidence: line('event.evidenceRequired', 3, 200),
  method: z.enum(methods, 'refund.badMethod'),
})

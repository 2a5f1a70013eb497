import { z } from 'zod'

import { variantNames } from '../callbacks/variants'

const address = { merchantOrderId: z.string().optional(), reference: z.string().optional() }

/** An invoice by reference, or the newest one of an order id. */
export const addressSchema = z.object(address)

/** See {@link addressSchema}. */
export type InvoiceAddress = z.infer<typeof addressSchema>

/** How an invoice is settled. */
export const settlementSchema = z.object({
  amount: z.number().int().positive().optional(),
  channel: z.string().optional(),
  delayMs: z.number().int().min(0).optional(),
  sendCallback: z.boolean().optional(),
  times: z.number().int().min(1).max(10_000).optional(),
})

/** A settlement with its invoice, as the control API takes it. */
export const settlementRequestSchema = settlementSchema.extend({
  ...address,
  wait: z.boolean().optional(),
})

/** A channel choice. */
export const chooseSchema = addressSchema.extend({ channel: z.string().min(2).max(2) })

/** A callback to send by hand. */
export const callbackSchema = z.object({
  ...address,
  concurrent: z.boolean().optional(),
  delayMs: z.number().int().min(0).optional(),
  overrides: z.record(z.string(), z.string()).optional(),
  resign: z.boolean().optional(),
  retry: z.boolean().optional(),
  times: z.number().int().min(1).max(10_000).optional(),
  variant: z.enum(variantNames).optional(),
  wait: z.boolean().optional(),
})

/** See {@link callbackSchema}. */
export type CallbackRequest = z.infer<typeof callbackSchema>

/** What becomes of a pending transfer (`POST /__control/transfer`). */
export const fateSchema = z.strictObject({
  fate: z.enum(['done', 'lost', 'pending', 'refused']),
  reference: z.string().min(1),
})

/** A change of the project's credentials, to rehearse key rotation. */
export const credentialsSchema = z.strictObject({
  apiKey: z.string().min(1).optional(),
  merchantCode: z.string().min(1).optional(),
})

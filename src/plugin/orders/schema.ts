import { z } from 'zod'

import { typedEmail, typedName, typedPhone } from '../customers'
import { isStorable } from '../kernel/text'

/** Most pieces of one product in one order. */
export const MAX_QUANTITY = 99

/** Most different products in one order. */
export const MAX_LINES = 20

const line = z.strictObject({
  plan: z.string().max(64).optional(),
  product: z
    .string('order.productUnavailable')
    .min(1, 'order.productUnavailable')
    .max(200, 'order.productUnavailable'),
  quantity: z
    .int('order.invalidQuantity')
    .min(1, 'order.invalidQuantity')
    .max(MAX_QUANTITY, 'order.invalidQuantity'),
})

/** Duitku refuses addresses over 50 characters (facts: v2 error table). */
const email = typedEmail(50)

const customer = z.strictObject({
  email,
  name: typedName,
  notes: z.string().trim().max(1000).refine(isStorable, 'input.invalid').optional(),
  phone: typedPhone,
})

/** What a buyer sends to place an order. The price is never among it; `expectedTotal` only agrees. */
export const placeOrderSchema = z.strictObject({
  acceptedTerms: z.literal(true, 'order.termsNotAccepted'),
  customer,
  expectedTotal: z.int().min(0).optional(),
  items: z
    .array(line, 'order.emptyCart')
    .min(1, 'order.emptyCart')
    .max(MAX_LINES, 'order.tooManyLines'),
})

/** What a buyer sends to place an order. */
export type PlaceOrderInput = z.infer<typeof placeOrderSchema>

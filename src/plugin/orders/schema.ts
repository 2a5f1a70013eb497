import { z } from 'zod'

/** Most pieces of one product in one order. */
export const MAX_QUANTITY = 99

/** Most different products in one order. */
export const MAX_LINES = 20

/** Control characters and line breaks, which no name, address or mail header may hold. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

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

const name = z
  .string('customer.invalidName')
  .trim()
  .min(2, 'customer.invalidName')
  .max(100, 'customer.invalidName')
  .refine((value) => !CONTROL.test(value), 'customer.invalidName')

/** Duitku refuses addresses over 50 characters (facts: v2 error table). */
const email = z
  .string('customer.invalidEmail')
  .trim()
  .max(50, 'customer.invalidEmail')
  .pipe(z.email('customer.invalidEmail'))
  .transform((value) => value.toLowerCase())

const customer = z.strictObject({
  email,
  name,
  notes: z
    .string()
    .trim()
    .max(1000)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), 'input.invalid')
    .optional(),
  phone: z.string('customer.invalidPhone').max(40, 'customer.invalidPhone'),
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

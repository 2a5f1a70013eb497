import { z } from 'zod'

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** A name as people type it. */
export const typedName = z
  .string('customer.invalidName')
  .trim()
  .min(2, 'customer.invalidName')
  .max(100, 'customer.invalidName')
  .refine((value) => !CONTROL.test(value), 'customer.invalidName')

/** A phone number as people type it; `normalisePhone` reads it. */
export const typedPhone = z.string('customer.invalidPhone').max(40, 'customer.invalidPhone')

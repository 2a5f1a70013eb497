import { z } from 'zod'

import { isOneLine } from '../kernel/text'

/** A name as people type it. */
export const typedName = z
  .string('customer.invalidName')
  .trim()
  .min(2, 'customer.invalidName')
  .max(100, 'customer.invalidName')
  .refine(isOneLine, 'customer.invalidName')

/** A phone number as people type it; `normalisePhone` reads it. */
export const typedPhone = z.string('customer.invalidPhone').max(40, 'customer.invalidPhone')

/** An e-mail address as people type it, in small letters; `max` characters at most. */
export const typedEmail = (max: number) =>
  z
    .string('customer.invalidEmail')
    .trim()
    .max(max, 'customer.invalidEmail')
    .pipe(z.email('customer.invalidEmail'))
    .transform((value) => value.toLowerCase())

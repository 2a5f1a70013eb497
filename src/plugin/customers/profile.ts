import { z } from 'zod'

import type { Locale } from '../kernel/errors'

import { DomainError } from '../kernel/errors'
import { parseInput, slugsOf } from '../kernel/payload'
import { normalisePhone } from './rules'
import { typedName, typedPhone } from './schema'
import type { Visit } from './session'

/** A customer as he sees himself. */
export type CustomerProfile = {
  email: string
  id: string
  locale: Locale
  name: string
  phone: string
}

const stored = z.object({
  email: z.string(),
  id: z.coerce.string(),
  locale: z.enum(['id', 'en']).catch('id'),
  name: z.string(),
  phone: z.string(),
})

const changes = z.strictObject({
  locale: z.enum(['id', 'en']),
  name: typedName,
  phone: typedPhone,
})

/** The customer whose session these headers carry, or null; staff are nobody here. */
export const findCustomer = async ({
  headers,
  payload,
}: Visit): Promise<CustomerProfile | null> => {
  const { user } = await payload.auth({ headers })
  return user?.collection === slugsOf(payload).customers ? stored.parse(user) : null
}

/**
 * Changes the own profile.
 *
 * @throws DomainError `auth.required`, `customer.invalidName`, `customer.invalidPhone`
 */
export const changeProfile = async (args: Visit & { input: unknown }): Promise<void> => {
  const { headers, input, payload } = args
  const { customers: collection } = slugsOf(payload)
  const { user } = await payload.auth({ headers })
  if (user?.collection !== collection) {
    throw new DomainError('auth.required')
  }
  const profile = parseInput(changes, input)
  const data = { ...profile, phone: normalisePhone(profile.phone) }
  await payload.update({
    id: user.id,
    collection,
    data: data as never,
    depth: 0,
    overrideAccess: false,
    user,
  })
}

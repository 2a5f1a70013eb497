import type { Payload } from 'payload'

import { slugsOf } from '../kernel/payload'
import { logCustomerIn, logCustomerOut } from './session'

/** A customer who is logged in, as the history names him. */
export type KnownCustomer = { email: string; id: string; label: string }

/**
 * Proves that it is the customer himself, under the limits of the login, and leaves no session behind.
 *
 * @throws DomainError `customer.wrongLogin`, `rateLimited`
 */
export const assertHimself = async (args: {
  email: string
  headers: Headers
  password: string
  payload: Payload
}): Promise<void> => {
  const { headers, payload } = args
  const { value } = await logCustomerIn(args)
  const own = new Headers(headers)
  own.delete('cookie')
  own.set('authorization', `JWT ${value}`)
  await logCustomerOut({ headers: own, payload })
}

/** The customer behind a request, as the history names him; null for everybody else. */
export const findCustomerOf = (req: { payload: Payload; user: unknown }): KnownCustomer | null => {
  const user = req.user as null | {
    collection?: string
    email?: string
    id: string
    name?: string
  }
  return user?.collection === slugsOf(req.payload).customers && user.email
    ? { email: user.email, id: String(user.id), label: user.name ?? user.email }
    : null
}

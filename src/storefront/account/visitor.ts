import { cookies, headers } from 'next/headers'
import { cache } from 'react'

import { env } from '@/config/env'
import {
  askForCustomerLink,
  changeProfile,
  type CustomerProfile,
  findCustomer,
  isPasswordLinkAlive,
  logCustomerIn,
  logCustomerOut,
  openAccount,
  type SessionCookie,
  setCustomerPassword,
  type Visit,
} from '@/plugin/customers'
import { type CustomerOrders, findCustomerOrders } from '@/plugin/orders'

import type { StoreLocale } from '../i18n/locales'
import { getShop } from '../shop'

export { MIN_PASSWORD_LENGTH } from '@/plugin/customers'
export type { CustomerProfile } from '@/plugin/customers'
export type { ContractLine, CustomerOrder } from '@/plugin/orders'

/**
 * The visitor's own headers. A page that is only looked at may be reached from anywhere, also from a
 * link in a mail; whatever changes something is posted, and carries an origin, which is checked.
 */
const visit = async (): Promise<Visit> => {
  const own = new Headers(await headers())
  if (!own.has('origin')) {
    own.set('sec-fetch-site', 'same-origin')
  }
  return { headers: own, payload: await getShop() }
}

const remember = async ({ name, value, ...attributes }: SessionCookie): Promise<void> => {
  const jar = await cookies()
  jar.set(name, value, attributes)
}

/** The customer who is logged in, or null. Reading this makes a page dynamic. */
export const findVisitor = cache(async (): Promise<CustomerProfile | null> =>
  findCustomer(await visit()),
)

/** His own orders, newest first, twenty to a page. */
export const findOwnOrders = async (args: {
  customerId: string
  page: number
}): Promise<CustomerOrders> => findCustomerOrders({ ...args, payload: await getShop() })

/** Whether the link of a mail still sets a password. */
export const isLinkAlive = async (token: string): Promise<boolean> =>
  isPasswordLinkAlive({ payload: await getShop(), token })

/** Logs in. Only in server actions, as everything below. */
export const enter = async (login: { email: string; password: string }): Promise<void> =>
  remember(await logCustomerIn({ ...login, ...(await visit()) }))

/** Sets the password by a mailed link, and logs in. */
export const enterByLink = async (link: { password: string; token: string }): Promise<void> =>
  remember(await setCustomerPassword({ ...link, ...(await visit()) }))

/** Ends the session and forgets its cookie. */
export const leave = async (): Promise<void> => {
  const name = await logCustomerOut(await visit())
  const jar = await cookies()
  jar.delete(name)
}

/** Asks for an account; the mail that follows opens it. */
export const register = async (args: { input: unknown; locale: StoreLocale }): Promise<void> =>
  openAccount({ ...args, ...(await visit()), factor: env.RATE_LIMIT_FACTOR })

/** Asks for a link that sets a new password. */
export const askForLink = async (input: unknown): Promise<void> =>
  askForCustomerLink({ ...(await visit()), factor: env.RATE_LIMIT_FACTOR, input })

/** Changes name, phone number and language of the customer who is logged in. */
export const saveOwnProfile = async (input: unknown): Promise<void> =>
  changeProfile({ ...(await visit()), input })

import { headers } from 'next/headers'
import { cache } from 'react'

import { env } from '@/config/env'
import {
  askToEnd,
  CREATE_RATE,
  createOwnService,
  findOrderServices,
  findOwnServices,
  getOwnService,
  hostingRuntime,
  keepService,
  type PublicService,
  SECRETS_RATE,
  type ServiceSecrets,
  showSecrets,
  SIGN_ON_RATE,
  signOn,
} from '@/plugin/hosting'
import { endingSchema, mayRenewNow, RENEWAL_RATE, renewService } from '@/plugin/renewals'
import { DomainError, isDomainError } from '@/plugin/kernel/errors'
import { type NamedRate, parseInput, takeAddressToken } from '@/plugin/kernel/payload'

import type { StoreLocale } from '../i18n/locales'
import { findVisitor } from '../account/visitor'
import { getShop } from '../shop'

export type { PublicService } from '@/plugin/hosting'

/** What a page of a service may show: a guest has to log in, a stranger finds nothing. */
export type OwnFound =
  { kind: 'guest' } | { kind: 'none' } | { kind: 'own'; service: PublicService }

/** A service, when it is the visitor's own. Changes nothing. */
export const findOwn = cache(async (id: string): Promise<OwnFound> => {
  const customer = await findVisitor()
  if (!customer) {
    return { kind: 'guest' }
  }
  try {
    const service = await getOwnService(await getShop(), { customerId: customer.id, id })
    return { kind: 'own', service }
  } catch (error) {
    if (isDomainError(error, 'hosting.accountNotFound')) {
      return { kind: 'none' }
    }
    throw error
  }
})

/** The visitor's own services. */
export const findServicesOf = async (customerId: string): Promise<PublicService[]> =>
  findOwnServices(await getShop(), customerId)

/** The services of the order behind a link. */
export const findServicesOfOrder = async (token: string): Promise<PublicService[]> =>
  findOrderServices(await getShop(), token)

const takeToken = async (rate: NamedRate): Promise<void> => {
  const limit = { factor: env.RATE_LIMIT_FACTOR, headers: await headers(), rate }
  await takeAddressToken({ ...limit, payload: await getShop() })
}

const getOwner = async (): Promise<{ id: string; name: string }> => {
  const customer = await findVisitor()
  if (!customer) {
    throw new DomainError('auth.required')
  }
  return customer
}

/**
 * Has a service of the visitor's made.
 *
 * @throws DomainError `auth.required`, `rateLimited`, what is wrong with a field
 */
export const createService = async (id: string, input: unknown): Promise<void> => {
  await takeToken(CREATE_RATE)
  const { id: customerId, name: customerName } = await getOwner()
  await createOwnService(await getShop(), { customerId, customerName, id, input })
}

/**
 * Shows what opens a service of the visitor's, once.
 *
 * @throws DomainError `auth.required`, `rateLimited`, `hosting.accountNotFound`, `hosting.noSecrets`
 */
export const openSecretsOf = async (id: string): Promise<ServiceSecrets> => {
  await takeToken(SECRETS_RATE)
  const { id: customerId } = await getOwner()
  return showSecrets(await getShop(), { customerId, id })
}

/**
 * A way into the panel of a service of the visitor's, good for minutes.
 *
 * @throws DomainError `auth.required`, `rateLimited`, `hosting.accountNotFound`, `hosting.noSignOn`
 */
export const openPanelOf = async (id: string): Promise<string> => {
  await takeToken(SIGN_ON_RATE)
  const { id: customerId } = await getOwner()
  return signOn(await getShop(), { customerId, id })
}

/** Domains of the shop's own below which a customer may choose a free name. */
export const findZones = async (): Promise<readonly string[]> =>
  hostingRuntime.get(await getShop()).zones

/** Whether a service may be renewed today. */
export const findMayRenew = async (service: PublicService): Promise<boolean> =>
  mayRenewNow(await getShop(), service)

/**
 * Renews a service of the visitor's; answers with the token of the order.
 *
 * @throws DomainError `auth.required`, `rateLimited`, and what `renewService` throws
 */
export const renewOwn = async (args: {
  acceptedTerms: boolean
  id: string
  locale: StoreLocale
}): Promise<string> => {
  await takeToken(RENEWAL_RATE)
  const { id: customerId } = await getOwner()
  const { token } = await renewService(await getShop(), { ...args, customerId })
  return token
}

/**
 * Asks for the end of a service of the visitor's, or takes that back.
 *
 * @throws DomainError `auth.required`, `rateLimited`, `hosting.accountNotFound`, `hosting.cannotEnd`
 */
export const changeEnding = async (id: string, wish: null | unknown): Promise<void> => {
  await takeToken(RENEWAL_RATE)
  const { id: customerId, name: label } = await getOwner()
  const shop = await getShop()
  const own = { accountId: (await getOwnService(shop, { customerId, id })).id, customerId }
  if (wish === null) {
    await keepService(shop, own)
    return
  }
  const actor = { id: customerId, label, role: 'customer' as const }
  await askToEnd(shop, { ...own, ...parseInput(endingSchema, wish), actor })
}

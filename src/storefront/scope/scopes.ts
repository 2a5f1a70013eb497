import { headers } from 'next/headers'

import { isDomainError } from '@/plugin/kernel/errors'
import { parseInput, resolveClientAddress, takeAddressToken } from '@/plugin/kernel/payload'
import {
  askForLook,
  getPublicScope,
  type ItemAsked,
  type PublicScope,
  readAsked,
  renewProof,
  SCOPE_RATES,
  scopeInput,
  submitScope,
} from '@/plugin/scopes'

import { env } from '@/config/env'

import type { StoreLocale } from '../i18n/locales'
import { getShop } from '../shop'
import { type ScopeForm, toScopeInput } from './parse'

export { CAPACITIES, SIGHT_WORDS } from '@/plugin/scopes'
export type { PublicScope, Sight } from '@/plugin/scopes'

/** The scope of an item of an order; null for what has none. */
export const findScopeOf = async (
  asked: { locale: StoreLocale } & ItemAsked,
): Promise<null | PublicScope> => {
  try {
    return await getPublicScope(await getShop(), { ...readAsked(asked), locale: asked.locale })
  } catch (error) {
    if (isDomainError(error, 'notFound') || isDomainError(error, 'scope.notPaid')) {
      return null
    }
    throw error
  }
}

const take = async (rate: (typeof SCOPE_RATES)['look']): Promise<void> =>
  takeAddressToken({
    factor: env.RATE_LIMIT_FACTOR,
    headers: await headers(),
    payload: await getShop(),
    rate,
  })

/** Writes and authorises a scope. */
export const submit = async (form: ScopeForm): Promise<void> => {
  const asked = readAsked(form)
  await take(SCOPE_RATES.submit)
  await submitScope(await getShop(), {
    ...asked,
    address: resolveClientAddress(await headers()),
    input: parseInput(scopeInput, toScopeInput(form)),
    locale: form.locale,
  })
}

/** Has the domain looked at. */
export const lookNow = async (asked: ItemAsked): Promise<void> => {
  const item = readAsked(asked)
  await take(SCOPE_RATES.look)
  await askForLook(await getShop(), item)
}

/** Gets a new code in place of an expired one. */
export const renewCode = async (asked: ItemAsked): Promise<void> => {
  const item = readAsked(asked)
  await take(SCOPE_RATES.look)
  await renewProof(await getShop(), item)
}

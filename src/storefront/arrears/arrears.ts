import { headers } from 'next/headers'
import { cache } from 'react'

import { env } from '@/config/env'
import { findArrears } from '@/plugin/instalments'
import { DomainError, isDomainError } from '@/plugin/kernel/errors'
import {
  type NamedRate,
  parseInput,
  resolveClientAddress,
  statementsOn,
  takeAddressToken,
} from '@/plugin/kernel/payload'
import { isToken } from '@/plugin/orders'
import {
  askForChance,
  CHANCE_RATE,
  chanceSchema,
  type Choice,
  CHOICE_RATE,
  CHOICE_TEXT_VERSION,
  chooseInArrears,
  findOrderArrears,
  getPublicArrears,
  type PublicArrears,
} from '@/plugin/overdue'

import { findVisitor } from '../account/visitor'
import { getShop } from '../shop'

export type { PublicArrears } from '@/plugin/overdue'

/** What the choice page may show: a guest has to log in, a stranger finds nothing. */
export type OwnArrears =
  { arrears: PublicArrears; kind: 'own' } | { kind: 'guest' } | { kind: 'none' }

/** The arrears of an order, when it is the visitor's own. Changes nothing. */
export const findOwnArrears = cache(async (token: string): Promise<OwnArrears> => {
  const customer = isToken(token) ? await findVisitor() : undefined
  if (!customer) {
    return { kind: customer === null ? 'guest' : 'none' }
  }
  try {
    const own = { customerId: customer.id, token }
    return { arrears: await getPublicArrears(await getShop(), own), kind: 'own' }
  } catch (error) {
    if (isDomainError(error, 'order.notFound') || isDomainError(error, 'overdue.noContract')) {
      return { kind: 'none' }
    }
    throw error
  }
})

/** The arrears of the order behind a link; null when it is not paid in instalments. */
export const findArrearsOf = cache(async (token: string): Promise<null | PublicArrears> =>
  findOrderArrears(await getShop(), token),
)

/** Most contracts whose arrears the account spells out; the list of orders marks every one. */
const MOST = 5

/** The visitor's own contracts in arrears, the oldest debt first. */
export const findOverdueOf = async (
  customerId: string,
): Promise<{ arrears: PublicArrears; token: string }[]> => {
  const shop = await getShop()
  const overdue = await findArrears(statementsOn(shop), customerId)
  const found = await Promise.all(
    overdue.slice(0, MOST).map(async ({ token }) => ({
      arrears: await findOrderArrears(shop, token),
      token,
    })),
  )
  return found.flatMap(({ arrears, token }) => (arrears ? [{ arrears, token }] : []))
}

const takeToken = async (rate: NamedRate): Promise<Headers> => {
  const own = await headers()
  const limit = { factor: env.RATE_LIMIT_FACTOR, headers: own, rate }
  await takeAddressToken({ ...limit, payload: await getShop() })
  return own
}

const getCustomerId = async (): Promise<string> => {
  const customer = await findVisitor()
  if (!customer) {
    throw new DomainError('auth.required')
  }
  return customer.id
}

/** A choice as a form says it. */
export type ChoiceForm = {
  choice: Choice
  /** State of the case that the page showed; an empty text when there was none. */
  seen: string
  /** Version of the text that the page showed. */
  text: string
  token: string
}

/**
 * Records the visitor's choice for his own order, with time, network and the text that he read.
 *
 * @throws DomainError `auth.required`, `rateLimited`, `transition.conflict` when the page or its text
 * is out of date, and what `chooseInArrears` throws
 */
export const recordChoice = async ({ choice, seen, text, token }: ChoiceForm): Promise<void> => {
  const own = await takeToken(CHOICE_RATE)
  const customerId = await getCustomerId()
  if (text !== CHOICE_TEXT_VERSION) {
    throw new DomainError('transition.conflict')
  }
  await chooseInArrears(await getShop(), {
    choice,
    own: { customerId, token },
    proof: { address: resolveClientAddress(own), channel: 'web', textVersion: text },
    ...(seen === '' ? {} : { seen }),
  })
}

/**
 * Asks for more time for the visitor's own order.
 *
 * @throws DomainError `auth.required`, `rateLimited`, what is wrong with a field, and what
 * `askForChance` throws
 */
export const recordWish = async (wish: {
  token: string
  until: string
  wish: string
}): Promise<void> => {
  await takeToken(CHANCE_RATE)
  const customerId = await getCustomerId()
  const { token, ...typed } = wish
  const own = { customerId, token }
  await askForChance(await getShop(), { ...parseInput(chanceSchema, typed), own })
}

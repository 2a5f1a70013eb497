import { cookies, headers } from 'next/headers'
import { cache } from 'react'

import { env } from '@/config/env'
import { DomainError, isDomainError } from '@/plugin/kernel/errors'
import { type NamedRate, resolveClientAddress, takeAddressToken } from '@/plugin/kernel/payload'
import {
  checkLinkCode,
  CODE_RATE,
  findPass,
  getSpkPage,
  passCookie,
  sendLinkCode,
  SPK_RATE,
  type SpkDoor,
  type SpkPage,
  type SpkProof,
} from '@/plugin/spk'

import { findVisitor } from '../account/visitor'
import { getShop } from '../shop'
import type { SpkPlace } from './place'

export type { CustomerEvent, SpkPage } from '@/plugin/spk'

/** What the page may show: a guest has to log in, a stranger finds nothing, a link may be over. */
export type FoundSpk =
  { kind: 'ended' } | { kind: 'guest' } | { kind: 'none' } | { kind: 'own'; spk: SpkPage }

/**
 * The visitor's door at a place.
 *
 * @throws DomainError `auth.required` at an order without a session
 */
const getDoor = async ({ kind, word }: SpkPlace): Promise<SpkDoor> => {
  const customer = await findVisitor()
  if (kind === 'link') {
    const own = new Headers(await headers())
    return { customerId: customer?.id ?? null, kind, pass: findPass(own), word }
  }
  if (!customer) {
    throw new DomainError('auth.required')
  }
  return { customerId: customer.id, kind, token: word }
}

/** The agreement at a place. Changes nothing: a link may be opened by anybody's robot. */
export const findSpk = cache(async (kind: SpkPlace['kind'], word: string): Promise<FoundSpk> => {
  try {
    return { kind: 'own', spk: await getSpkPage(await getShop(), await getDoor({ kind, word })) }
  } catch (error) {
    if (isDomainError(error, 'auth.required')) {
      return { kind: 'guest' }
    }
    if (isDomainError(error, 'spk.linkEnded')) {
      return { kind: 'ended' }
    }
    if (isDomainError(error, 'notFound') || isDomainError(error, 'order.notFound')) {
      return { kind: 'none' }
    }
    throw error
  }
})

const takeToken = async (rate: NamedRate): Promise<Headers> => {
  const own = new Headers(await headers())
  const limit = { factor: env.RATE_LIMIT_FACTOR, headers: own, rate }
  await takeAddressToken({ ...limit, payload: await getShop() })
  return own
}

/**
 * The door of a visitor who wants to do something, and how he does it. Counted per address, together
 * with the endpoints.
 *
 * @throws DomainError `auth.required`, `rateLimited`
 */
export const openDoor = async (place: SpkPlace): Promise<{ door: SpkDoor; proof: SpkProof }> => {
  const own = await takeToken(SPK_RATE)
  const proof: SpkProof = { address: resolveClientAddress(own), channel: 'web' }
  return { door: await getDoor(place), proof }
}

/** Sends the code of a link. */
export const mailLinkCode = async (word: string): Promise<void> => {
  await takeToken(CODE_RATE)
  await sendLinkCode(await getShop(), word)
}

/** Enters the code of a link: from now on its visitor may act, for half an hour. */
export const enterLinkCode = async (args: { code: string; word: string }): Promise<void> => {
  await takeToken(CODE_RATE)
  const pass = await checkLinkCode(await getShop(), args)
  const { name, value, ...attributes } = passCookie({ ...pass, serverUrl: env.SERVER_URL })
  const jar = await cookies()
  jar.set(name, value, attributes)
}

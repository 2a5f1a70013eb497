import { headers } from 'next/headers'
import { cache } from 'react'

import { env } from '@/config/env'
import { DomainError } from '@/plugin/kernel/errors'
import { parseInput, takeAddressToken } from '@/plugin/kernel/payload'
import {
  ASK_RATE,
  askSchema,
  findPublicRefunds,
  type PublicRefunds,
  isRefundNumber,
  requestRefund,
  WITHDRAW_RATE,
  withdrawRefund,
} from '@/plugin/refunds'

import { getShop } from '../shop'

/** The refunds of an order and what may be asked back, or null for an unknown token. */
export const findRefunds = cache(async (token: string): Promise<null | PublicRefunds> =>
  findPublicRefunds({ payload: await getShop(), token }),
)

/** Asks for all that is left of what was paid. */
export const askBack = async (args: {
  account: string
  key: string
  reason: string
  token: string
}): Promise<void> => {
  const { token, ...typed } = args
  const payload = await getShop()
  const limit = { factor: env.RATE_LIMIT_FACTOR, headers: await headers(), rate: ASK_RATE }
  await takeAddressToken({ ...limit, payload })
  await requestRefund(payload, { ask: parseInput(askSchema, typed), token })
}

/** Takes a request back that the customer has made and that nobody has decided yet. */
export const withdraw = async (asked: { number: string; token: string }): Promise<void> => {
  const payload = await getShop()
  const limit = { factor: env.RATE_LIMIT_FACTOR, headers: await headers(), rate: WITHDRAW_RATE }
  await takeAddressToken({ ...limit, payload })
  if (!isRefundNumber(asked.number)) {
    throw new DomainError('notFound')
  }
  await withdrawRefund(payload, asked)
}

import { headers } from 'next/headers'
import { cache } from 'react'

import { env } from '@/config/env'
import { parseInput, takeAddressToken } from '@/plugin/kernel/payload'
import {
  ASK_RATE,
  askSchema,
  findPublicRefunds,
  type PublicRefunds,
  requestRefund,
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

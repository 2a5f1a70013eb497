import { headers } from 'next/headers'

import { env } from '@/config/env'
import { findTimes, itemOfOrder, pickTime, reasonText, startsAtText } from '@/plugin/booking'
import { DomainError, isDomainError } from '@/plugin/kernel/errors'
import { parseInput, resolveClientAddress, takeRateToken } from '@/plugin/kernel/payload'

import { getShop } from '../shop'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The times that can be picked for an item of an order, as ISO instants; null for what is none. */
export const findSessionTimes = async (args: {
  item: string
  token: string
}): Promise<null | string[]> => {
  if (!UUID.test(args.item)) {
    return null
  }
  try {
    const times = await findTimes(await getShop(), itemOfOrder(args))
    return times.map((at) => at.toISOString())
  } catch (error) {
    if (isDomainError(error, 'notFound')) {
      return null
    }
    throw error
  }
}

/** As generous as the API's own limit, and counted together with it. */
const pickRate = { limit: 30, windowSeconds: 600 }

/** Picks the time of a session, or another one. */
export const pickSessionTime = async (wish: {
  item: string
  reason: string
  startsAt: string
  token: string
}): Promise<void> => {
  const { item, reason, startsAt, token } = wish
  if (!UUID.test(item)) {
    throw new DomainError('notFound')
  }
  const payload = await getShop()
  const bucket = `sessions.pick:${resolveClientAddress(await headers())}`
  await takeRateToken({ bucket, factor: env.RATE_LIMIT_FACTOR, payload, rate: pickRate })
  await pickTime(payload, {
    reason: parseInput(reasonText, reason) || undefined,
    startsAt: parseInput(startsAtText, startsAt),
    where: itemOfOrder({ item, token }),
  })
}

import { headers } from 'next/headers'
import { z } from 'zod'

import { env } from '@/config/env'
import { postInput } from '@/plugin/conversations'
import { askQuestion } from '@/plugin/fulfilment'
import { DomainError } from '@/plugin/kernel/errors'
import { parseInput, resolveClientAddress, sql, takeRateToken } from '@/plugin/kernel/payload'

import { getShop } from '../shop'

/** What a customer asks about which item. */
export type Question = { body: string; item: string; key: string; token: string }

/** As generous as the API's own limit, and counted together with it. */
const askRate = { limit: 30, windowSeconds: 600 }

/** Asks about something that was delivered. */
export const ask = async ({ body, item, key, token }: Question): Promise<void> => {
  if (!z.uuid().safeParse(item).success) {
    throw new DomainError('notFound')
  }
  const payload = await getShop()
  const bucket = `questions.ask:${resolveClientAddress(await headers())}`
  await takeRateToken({ bucket, factor: env.RATE_LIMIT_FACTOR, payload, rate: askRate })
  const post = parseInput(postInput, { body, key })
  await askQuestion(payload, { ...post, where: sql`i.id = ${item} and o.token = ${token}` })
}

import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import { DomainError } from '../errors'
import { clock } from '../time'
import { resolveClientAddress } from './clientAddress'
import { queryRows } from './database'

/** At most `limit` calls in each window of `windowSeconds`, counted per bucket. */
export type RateLimit = { limit: number; windowSeconds: number }

/**
 * Counts one call in Postgres, where every instance of the shop sees it.
 *
 * @throws DomainError `rateLimited` with `retryAfterSeconds` when the window is full
 */
export const takeRateToken = async (args: {
  /** Names what is limited and for whom, e.g. `orders.place:203.0.113.9`. */
  bucket: string
  factor: number
  payload: Payload
  rate: RateLimit
}): Promise<void> => {
  const { factor, payload, rate } = args
  if (factor <= 0) {
    return
  }
  const seconds = Math.floor(clock.now().getTime() / 1000)
  const window = Math.floor(seconds / rate.windowSeconds)
  const [row] = await queryRows<{ hits: number }>(
    payload,
    sql`insert into rate_limits (bucket, time_window, hits) values (${args.bucket}, ${window}, 1)
      on conflict (bucket) do update set
        hits = case when rate_limits.time_window = excluded.time_window then rate_limits.hits + 1 else 1 end,
        time_window = excluded.time_window
      returning hits`,
  )
  if ((row?.hits ?? 0) > rate.limit * factor) {
    throw new DomainError('rateLimited', {
      retryAfterSeconds: (window + 1) * rate.windowSeconds - seconds,
    })
  }
}

/** A limit with its name in the limiter's buckets. */
export type NamedRate = RateLimit & { name: string }

/**
 * Counts one call of whoever sent these headers. An endpoint and a page that do the same thing share
 * one limit by sharing its name.
 *
 * @throws DomainError `rateLimited`
 */
export const takeAddressToken = (args: {
  factor: number
  headers: Headers
  payload: Payload
  rate: NamedRate
}): Promise<void> => {
  const { factor, headers, payload, rate } = args
  const bucket = `${rate.name}:${resolveClientAddress(headers)}`
  return takeRateToken({ bucket, factor, payload, rate })
}

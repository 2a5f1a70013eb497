import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

import { queryRows, type RateLimit, type SQL, sql, takeRateToken } from '../payload'

/** Whose login is tried, and from where. */
export type LoginTry = { address: string; collection: string; email: string }

/** One address may try many accounts, as behind the shared address of a mobile network. */
const PER_ADDRESS: RateLimit = { limit: 60, windowSeconds: 600 }

/** One address may try one account. */
const PER_PAIR: RateLimit = { limit: 8, windowSeconds: 600 }

/** All addresses together from which nobody ever entered this account. */
const PER_ACCOUNT: RateLimit = { limit: 60, windowSeconds: 3600 }

const DAY_SECONDS = 86_400
const KNOWN_DAYS = 90

/** The account in a bucket's name; hashed, so that the limiter keeps no addresses of people. */
export const accountKey = (args: { collection: string; email: string }): string => {
  const digest = createHash('sha256').update(args.email.toLowerCase().trim()).digest('hex')
  return `${args.collection}:${digest.slice(0, 32)}`
}

const pairOf = (login: LoginTry): string => `login.pair:${accountKey(login)}:${login.address}`
const knownOf = (login: LoginTry): string => `login.known:${accountKey(login)}:${login.address}`

const today = sql`(extract(epoch from now()) / ${DAY_SECONDS})::bigint`

const isKnown = async (payload: Payload, login: LoginTry): Promise<boolean> => {
  const rows = await queryRows(
    payload,
    sql`select 1 from rate_limits
      where bucket = ${knownOf(login)} and time_window > ${today} - ${KNOWN_DAYS}`,
  )
  return rows.length > 0
}

/**
 * Counts one login: per address, per address and account, and per account over all addresses from
 * which nobody ever entered it. No account is ever locked: its owner comes in from a known address,
 * and from a new one by the link in his mail, however many strangers try.
 *
 * @throws DomainError `rateLimited`
 */
export const takeLoginTokens = async (args: {
  factor: number
  login: LoginTry
  payload: Payload
}): Promise<void> => {
  const { factor, login, payload } = args
  const take = (bucket: string, rate: RateLimit): Promise<void> =>
    takeRateToken({ bucket, factor, payload, rate })
  await take(`login.address:${login.address}`, PER_ADDRESS)
  await take(pairOf(login), PER_PAIR)
  if (!(await isKnown(payload, login))) {
    await take(`login.account:${accountKey(login)}`, PER_ACCOUNT)
  }
}

/** What a good login leaves behind: the address is known, and its failed tries are forgotten. */
export const rememberLogin = (login: LoginTry): SQL => sql`
  with forgotten as (delete from rate_limits where bucket = ${pairOf(login)})
  insert into rate_limits (bucket, time_window, hits) values (${knownOf(login)}, ${today}, 1)
  on conflict (bucket) do update set time_window = excluded.time_window`

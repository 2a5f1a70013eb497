import type { Payload } from 'payload'

import type { HostStands } from './buildMap'

import { queryRows, sql } from '../../kernel/payload'

/** Days for which visitors hear that a service has ended; then its names are nobody's. */
const GONE_DAYS = 400

/**
 * A word that changes whenever an account does, whatever wrote it and in whichever order it committed:
 * each write gives a row a higher transaction number. It holds the day, since what has ended is forgotten.
 */
export const findGateStamp = async (payload: Payload, now: Date): Promise<string> => {
  const [row] = await queryRows<{ stamp: string }>(
    payload,
    sql`select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) as stamp from hosting_accounts`,
  )
  return `${row?.stamp ?? ''}:${now.toISOString().slice(0, 10)}`
}

const toNames = (text: null | string): string[] => (text === null ? [] : text.split('\n'))

/** The names of all services, by how they are wanted to stand; one row, however many there are. */
export const findHostStands = async (payload: Payload, now: Date): Promise<HostStands> => {
  const forgotten = new Date(now.getTime() - GONE_DAYS * 86_400_000).toISOString()
  const [row] = await queryRows<Record<'gone' | 'off' | 'on', null | string>>(
    payload,
    sql`select string_agg(h.host, E'\n') filter (where h.stand = 'on') as "on",
        string_agg(h.host, E'\n') filter (where h.stand = 'off') as off,
        string_agg(h.host, E'\n') filter (where h.stand = 'gone') as gone
      from (select jsonb_array_elements_text(a.hosts) as host,
          case when a.state::text = 'terminated' or a.wanted::text = 'gone' then 'gone'
            when a.wanted::text = 'off' then 'off' else 'on' end as stand
        from hosting_accounts a
        where jsonb_typeof(a.hosts) = 'array' and a.state::text <> 'dropped'
          and (a.state::text <> 'terminated' or a.updated_at > ${forgotten})) h`,
  )
  return {
    gone: toNames(row?.gone ?? null),
    off: toNames(row?.off ?? null),
    on: toNames(row?.on ?? null),
  }
}

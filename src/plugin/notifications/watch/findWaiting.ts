import type { Payload } from 'payload'

import type { Way } from '../choices/routes'
import type { Waiting } from './rules'

import { queryRows, slugsOf, sql } from '../../kernel/payload'
import { MESSAGE_HISTORY } from '../states'

type Row = { since: Date | string } & Omit<Waiting, 'since'>

/**
 * What waits to go out, by channel. One statement over the waiting rows alone. Those that a person has
 * put back wait since then; those that wait for a person's own hand are not among them.
 */
export const findWaiting = async (payload: Payload): Promise<Waiting[]> => {
  const rows = await queryRows<Row>(
    payload,
    sql`select n.channel, count(*)::int as count, min(greatest(n.created_at, back.at)) as since
      from notifications n left join lateral (select max(t.at) as at from transitions t
        where t.machine = ${MESSAGE_HISTORY} and t.subject = n.id::text and t.event = 'resend') back on true
      where n.state in ('queued', 'sending') and n.channel in ('email', 'whatsapp')
      group by n.channel order by n.channel`,
  )
  return rows.map((row) => ({ ...row, since: new Date(row.since) }))
}

/** Where the panel lists what waits to go out by a channel. */
export const waitingUrlOf = (payload: Payload, channel: Way): string => {
  const list = `${payload.config.routes.admin}/collections/${slugsOf(payload).notifications}`
  return `${list}?where[and][0][channel][equals]=${channel}&where[and][1][state][in]=queued,sending`
}

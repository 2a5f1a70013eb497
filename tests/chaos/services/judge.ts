import type { Payload } from 'payload'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { servicesAreAsWanted } from '@/plugin/invariants/servicesAreAsWanted'

/** What is not as it is wanted, on the server and in the books, in sentences. */
export const findApart = async (payload: Payload): Promise<string[]> =>
  (
    await queryRows<{ sentence: string }>(
      payload,
      sql`select format('%s is %s, wanted %s, seen %s, and really %s', a.name, a.state, a.wanted,
          a.observed, coalesce(p.sight, 'absent')) as sentence
        from hosting_accounts a left join panel_sites p on p.name = a.name
        where coalesce(p.sight, 'absent') <> a.wanted or a.observed <> a.wanted
          or a.state <> (case a.wanted when 'on' then 'active' else 'suspended' end)`,
    )
  ).map(({ sentence }) => sentence)

/** Services of which more than one was made. */
export const findTwins = async (payload: Payload): Promise<string[]> =>
  (
    await queryRows<{ account: string }>(
      payload,
      sql`select account::text from panel_machines group by account having count(*) > 1`,
    )
  ).map(({ account }) => account)

/** Customers whose notices do not fit together: ready first, then off and on by turns, each once. */
export const findMisled = async (payload: Payload): Promise<string[]> => {
  const rows = await queryRows<{ events: string[]; name: string; state: string }>(
    payload,
    sql`select a.name, a.state, (select coalesce(json_agg(n.event order by n.created_at, n.id), '[]')
        from notifications n where n.subject_id = a.order_id::text and n.channel = 'email'
          and n.recipient_kind = 'customer') as events from hosting_accounts a`,
  )
  return rows.flatMap(({ events, name, state }) => {
    const [last] = events.slice(-1)
    const isTurns = events.every(
      (event, at) => event !== events[at - 1] && (event === 'hosting.ready' ? at === 0 : true),
    )
    const fits = state === 'suspended' ? last === 'hosting.suspended' : last !== 'hosting.suspended'
    return isTurns && fits && events.length > 0 ? [] : [`${name}: ${events.slice(-6).join(', ')}`]
  })
}

/** What the shop's own promise about services finds. */
export const findBroken = async (payload: Payload): Promise<string[]> =>
  (await servicesAreAsWanted.find(payload)).map(({ sentence }) => sentence)

/**
 * What is still to be done: jobs that are due, services in hand, services that wait. A job for the end of
 * somebody's lease, who has done the work himself, finds nothing to do. The engine gives a job up that died after
 * another one had taken its place; that one does the work.
 */
export const findLeft = async (payload: Payload): Promise<string[]> =>
  (
    await queryRows<{ sentence: string }>(
      payload,
      sql`select format('job %s of %s: attempt %s, locked by %s, due %s, %s', j.id, j.payload->>'accountId',
          j.attempts, j.locked_by, j.run_at, j.last_error) as sentence
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'hosting.converge'
          and (j.locked_by is not null or (j.attempts < j.max_attempts and j.run_at <= now()))
        union all select format('%s: in hand of %s until %s, next try %s', id, lease_by, lease_until,
          next_try_at) from hosting_accounts where lease_by is not null or next_try_at is not null`,
    )
  ).map(({ sentence }) => sentence)

/** Waits until nothing is left to be done; answers whether that came to pass in time. */
export const settled = async (payload: Payload, limitMs: number): Promise<boolean> => {
  for (const end = performance.now() + limitMs; performance.now() < end;) {
    if ((await findLeft(payload)).length === 0) {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

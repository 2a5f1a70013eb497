import type { Payload } from 'payload'

import { newId, runInTransaction, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { hostingRuntime } from '../runtime'
import { queueConverge } from './job'

/** A service in hand. Whoever holds it alone speaks to its server about it. */
export type Lease = { accountId: string; by: string; jobId: string }

/**
 * How long a service stays in hand without news: longer than one call to a server may last (25 s), far
 * shorter than anybody would wait. It is renewed before each call.
 */
export const LEASE_MS = 35_000

/** Leases are given and returned one after the other, so that nobody waits for a free place in vain. */
const lockLeases = async (tx: Pick<Tx, 'rows'>): Promise<void> => {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('lunas.hosting.leases'))`)
}

const leaseEnd = (): string => new Date(clock.now().getTime() + LEASE_MS).toISOString()

/** The queue runs a job in one place at a time: what the job itself held before its worker died is free. */
const isFree = (jobId: string): SQL => sql`(a.lease_until is null
  or a.lease_until <= ${clock.now().toISOString()} or split_part(a.lease_by, '/', 1) = ${jobId})`

/** Marks a service as waiting for its turn: the next one that is returned wakes it. */
export const markWaiting = async (tx: Pick<Tx, 'rows'>, accountId: string): Promise<void> => {
  const at = clock.now().toISOString()
  await tx.rows(sql`update hosting_accounts set next_try_at = least(coalesce(next_try_at, ${at}), ${at})
    where id = ${accountId}`)
}

/** Somebody has it. Should he never give it back, because he died, it is free when his time is over. */
const comeBack = async (
  tx: Pick<Tx, 'rows'>,
  { accountId, isUrgent, until }: { accountId: string; isUrgent: boolean; until: string },
): Promise<void> => {
  await markWaiting(tx, accountId)
  await queueConverge(tx, { accountId, isUrgent, runAt: new Date(until) })
}

/** A call of which nobody has written the end: its worker died, so nobody knows. */
const closeOpenCalls = async (tx: Pick<Tx, 'rows'>, accountId: string): Promise<void> => {
  await tx.rows(sql`update hosting_calls set ended_at = ${clock.now().toISOString()},
    outcome = 'unknown', detail = 'Pekerja berhenti di tengah panggilan'
    where account_id = ${accountId} and ended_at is null`)
}

type Waiting = { id: string; isUrgent: boolean; since: null | string }

/** Calls services that wait. Each keeps its place in the queue: whoever was asked for later stays behind it. */
const wake = async (tx: Pick<Tx, 'rows'>, waiting: readonly Waiting[]): Promise<void> => {
  for (const { id: accountId, isUrgent, since } of waiting) {
    const runAt = since === null ? {} : { runAt: new Date(since) }
    await queueConverge(tx, { accountId, isUrgent, ...runAt })
  }
}

/** Who waits for a turn that comes before that of this service, first things first; so many at most. */
const findAhead = (
  tx: Pick<Tx, 'rows'>,
  { accountId, most }: { accountId: string; most: number },
): Promise<Waiting[]> => {
  const at = clock.now().toISOString()
  return tx.rows<Waiting>(sql`select b.id, b.wanted = 'on' as "isUrgent", b.wanted_at as since
    from hosting_accounts b, hosting_accounts a where a.id = ${accountId} and b.id <> a.id
      and b.next_try_at <= ${at} and (b.lease_until is null or b.lease_until <= ${at})
      and b.state in ('active', 'failed', 'provisioning', 'suspended')
      and (b.wanted <> 'on', b.wanted_at, b.id) < (a.wanted <> 'on', a.wanted_at, a.id)
    order by b.wanted <> 'on', b.wanted_at, b.id limit ${most}`)
}

type Found = { inHand: number; isFree: boolean; isUrgent: boolean; until: null | string }

/**
 * Takes a service in hand, unless somebody has it or as many as `parallel` allows are in hand: then it
 * waits for its turn and null is answered.
 */
export const takeLease = (
  payload: Payload,
  { accountId, jobId }: { accountId: string; jobId: string },
): Promise<Lease | null> =>
  runInTransaction(payload, async (tx) => {
    await lockLeases(tx)
    const [found] = await tx.rows<Found>(sql`
      select ${isFree(jobId)} as "isFree", a.lease_until as until, a.wanted = 'on' as "isUrgent",
        (select count(*)::int from hosting_accounts b
          where b.lease_until > ${clock.now().toISOString()} and b.id <> a.id) as "inHand"
      from hosting_accounts a where a.id = ${accountId} for update`)
    if (found && !found.isFree && found.until) {
      await comeBack(tx, { accountId, isUrgent: found.isUrgent, until: found.until })
      return null
    }
    const free = hostingRuntime.get(payload).parallel - (found?.inHand ?? 0)
    const ahead = free > 0 ? await findAhead(tx, { accountId, most: free }) : []
    if (!found || ahead.length >= free) {
      await wake(tx, ahead)
      await markWaiting(tx, accountId)
      return null
    }
    const by = `${jobId}/${newId()}`
    await tx.rows(sql`update hosting_accounts set lease_by = ${by}, lease_until = ${leaseEnd()}
      where id = ${accountId}`)
    await closeOpenCalls(tx, accountId)
    return { accountId, by, jobId }
  })

/** Keeps a service in hand; to be written with each step. */
export const renewal = (): SQL => sql`lease_until = ${leaseEnd()}`

/** Who waits and is due, what is to be on first, then who has waited longest; the one just returned among them. */
const findWaiting = (tx: Pick<Tx, 'rows'>, accountId: string): Promise<Waiting[]> => {
  const at = clock.now().toISOString()
  return tx.rows<Waiting>(sql`
    (select id, wanted = 'on' as "isUrgent", wanted_at as since from hosting_accounts
      where id = ${accountId} and next_try_at <= ${at})
    union
    (select id, wanted = 'on', wanted_at from hosting_accounts
      where next_try_at <= ${at} and (lease_until is null or lease_until <= ${at})
      order by wanted = 'on' desc, wanted_at, next_try_at limit 1)`)
}

/** Gives a service back and calls the next that waits. Another one who took it over keeps it. */
export const returnLease = (payload: Payload, { accountId, by }: Lease): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    await lockLeases(tx)
    await tx.rows(sql`update hosting_accounts set lease_by = null, lease_until = null
      where id = ${accountId} and lease_by = ${by}`)
    await wake(tx, await findWaiting(tx, accountId))
  })

import type { EngineClient } from './pool'

import { WORKER_LOCK } from './presence'

/** A job that somebody holds, and whether that somebody's session is still connected. */
type HeldJob = {
  alive: boolean
  id: string
  /** Claimed long enough ago that the answer must have arrived. */
  ripe: boolean
  /** Postgres has been up long enough for every worker to be back. */
  settled: boolean
  since: string
  worker: string
}

/** What this process knows about its own workers. */
export type OwnWorkers = {
  /** Workers that died in this process. */
  dead: ReadonlySet<string>
  /** Jobs that each living worker is busy with; none when idle. */
  jobs: ReadonlyMap<string, ReadonlySet<string>>
}

// After a start of Postgres every worker needs a moment to connect again and take its lock back.
const HELD_JOBS = `
  select j.id::text as id, j.locked_by as worker, j.locked_at::text as since,
    j.locked_at < clock_timestamp() - interval '5 seconds' as ripe,
    pg_postmaster_start_time() < clock_timestamp() - interval '5 seconds' as settled,
    exists (
      select 1 from pg_locks l
      where l.locktype = 'advisory' and l.objsubid = 2 and l.granted
        and l.classid = ${WORKER_LOCK}::int4::oid and l.objid = hashtext(j.locked_by)::oid
        and l.database = (select oid from pg_database where datname = current_database())
    ) as alive
  from graphile_worker._private_jobs j
  where j.locked_by is not null`

const RELEASE = `
  with freed as (
    update graphile_worker._private_jobs j set locked_by = null, locked_at = null
    from unnest($1::bigint[], $2::text[]) as lost (id, worker)
    where j.id = lost.id and j.locked_by = lost.worker
    returning j.id
  ), queues as (
    update graphile_worker._private_job_queues q set locked_by = null, locked_at = null
    where q.locked_by = any($2::text[]) and not (q.locked_by = any($3::text[]))
  )
  select count(*)::int as freed, pg_notify('jobs:insert', json_build_object('count', count(*))::text)
  from freed having count(*) > 0`

/**
 * Nobody works on the job any more: its worker's session is gone, or the worker is one of ours and
 * is busy with something else (the answer to its claim got lost with a connection).
 */
const isOrphan = (job: HeldJob, own: OwnWorkers): boolean => {
  const busyWith = own.jobs.get(job.worker)
  return busyWith === undefined ? job.settled && !job.alive : job.ripe && !busyWith.has(job.id)
}

const sightingOf = (job: HeldJob): string => `${job.id} ${job.worker} ${job.since}`

/**
 * Gives the jobs of dead workers back to the queue. The engine itself would wait four hours.
 *
 * A job is released only when two sweeps in a row found it orphaned, so that a worker has time to
 * register; jobs of a worker that died in this very process need no second look.
 */
export const makeSweep = (): ((args: {
  client: EngineClient
  own: OwnWorkers
}) => Promise<number>) => {
  let suspects = new Set<string>()
  return async ({ client, own }) => {
    const { rows } = await client.query<HeldJob>(HELD_JOBS)
    const orphans = rows.filter((job) => isOrphan(job, own) || own.dead.has(job.worker))
    const lost = orphans.filter((job) => own.dead.has(job.worker) || suspects.has(sightingOf(job)))
    suspects = new Set(orphans.map(sightingOf))
    if (lost.length === 0) {
      return 0
    }
    const released = await client.query<{ freed: number }>(RELEASE, [
      lost.map((job) => job.id),
      lost.map((job) => job.worker),
      [...own.jobs.keys()],
    ])
    return released.rows[0]?.freed ?? 0
  }
}

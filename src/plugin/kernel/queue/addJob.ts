import { SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Tx } from '../payload'
import type { Task } from './task'

/** Lower runs first. Money before mail, so that a mail flood never delays a settlement. */
export const jobPriority = { bulk: 20, mail: 10, normal: 0, settle: -10 } as const

/** A job to be added. */
export type JobSpec<I> = {
  /**
   * Whether a due job wakes a worker when its cause commits (default). Commits that announce stand in
   * line for each other, one flush of the disk apiece: what comes by the hundred per second says false
   * and calls `wakeWorkers` afterwards.
   */
  announce?: boolean
  /** The input, or an SQL expression of type json, e.g. ``sql`json_build_object('id', i.id)` ``. */
  input: I | SQL
  /** At most one waiting job per key. */
  key?: string | SQL
  /**
   * What happens when a job with this key waits already. `replace` (default) gives it the new input
   * and time; `preserve_run_at` keeps its time; `unsafe_dedupe` leaves it alone even while it runs
   * or is dead. A running job is never touched by the first two: a second one is added behind it.
   */
  keyMode?: 'preserve_run_at' | 'replace' | 'unsafe_dedupe'
  priority?: number
  /** Not before. Default: at once. */
  runAt?: Date | SQL
  task: Pick<Task<I>, 'input' | 'maxAttempts' | 'name'>
}

const toInputSql = <I>(spec: JobSpec<I>): SQL =>
  spec.input instanceof SQL
    ? sql`(${spec.input})::json`
    : sql`${JSON.stringify(spec.task.input.parse(spec.input))}::json`

const toTimeSql = (runAt: Date | SQL | undefined): SQL | null =>
  runAt instanceof Date ? sql`${runAt.toISOString()}` : (runAt ?? null)

/**
 * The call that adds a job, as an SQL expression; see `migrate.ts`. Without a key there is nothing to
 * dedupe, which is the short way in.
 *
 * Put into the statement that makes the job necessary, both are one round trip and one fate:
 *
 * ```ts
 * sql`with i as (insert into … on conflict do nothing returning id)
 *     select ${addJobSql({ task, input: sql`json_build_object('id', i.id)` })} from i`
 * ```
 */
export const addJobSql = <I>(spec: JobSpec<I>): SQL => sql`graphile_worker.lunas_add_job(
  identifier => ${spec.task.name}::text,
  payload => ${toInputSql(spec)},
  run_at => (${toTimeSql(spec.runAt)})::timestamptz,
  max_attempts => ${spec.task.maxAttempts}::int,
  job_key => (${spec.key ?? null})::text,
  priority => ${spec.priority ?? jobPriority.normal}::int,
  job_key_mode => ${spec.keyMode ?? (spec.key === undefined ? 'unsafe_dedupe' : 'replace')}::text,
  announce => ${spec.announce ?? true}::boolean)`

/** Adds a job in the caller's transaction: it exists when, and only when, that commits. */
export const addJob = async <I>(args: { tx: Pick<Tx, 'rows'> } & JobSpec<I>): Promise<void> => {
  const { tx, ...spec } = args
  await tx.rows(sql`select 1 from ${addJobSql(spec)}`)
}

import type { EnginePool } from './pool'

/** A job that a worker has taken along with the one that the engine gave it. */
export type Companion = { attempts: number; id: string; max_attempts: number; payload: unknown }

// The engine's own statement for one job (`get_job` of 0.16.6), for many of one task and of no named queue.
const TAKE = `
  with more as materialized (
    select id from graphile_worker._private_jobs
    where is_available and run_at <= now() and job_queue_id is null and task_id = $2
    order by priority, run_at limit $3 for update skip locked
  )
  update graphile_worker._private_jobs j
  set attempts = j.attempts + 1, locked_at = now(), locked_by = $1
  from more where j.id = more.id
  returning j.id::text as id, j.attempts, j.max_attempts, j.payload`

const END = `delete from graphile_worker._private_jobs where id = any($1::bigint[])`

const GIVE_BACK = `
  update graphile_worker._private_jobs
  set attempts = case when $3::float8 is null then max_attempts else attempts end,
    last_error = $2, locked_at = null, locked_by = null,
    run_at = now() + make_interval(secs => coalesce($3::float8, 0) / 1000), updated_at = now()
  where id = $1::bigint and locked_by = $4`

/** Takes at most `most` due jobs of a task for a worker, as the engine takes one. */
export const takeCompanions = async (args: {
  most: number
  pool: EnginePool
  taskId: number
  workerId: string
}): Promise<Companion[]> => {
  const { most, pool, taskId, workerId } = args
  const values = [workerId, taskId, most]
  const { rows } = await pool.query<Companion>({ name: 'lunas_take', text: TAKE, values })
  return rows
}

/** Takes done jobs out of the queue. */
export const endCompanions = async (pool: EnginePool, ids: readonly string[]): Promise<void> => {
  await pool.query({ name: 'lunas_end', text: END, values: [ids] })
}

/** Puts a failed job back: it comes again after `delayMs`, or is dead when that is null. */
export const giveBackCompanion = async (args: {
  delayMs: null | number
  id: string
  pool: EnginePool
  reason: string
  workerId: string
}): Promise<void> => {
  const { delayMs, id, pool, reason, workerId } = args
  await pool.query(GIVE_BACK, [id, reason, delayMs, workerId])
}

import type { WorkerEvents } from 'graphile-worker'

import type { Log } from './log'
import type { EnginePool } from './pool'
import type { AnyTask } from './task'

import { redactText } from '../redact'
import { resolveDelay } from './backoff'
import { findVerdict } from './outcome'

type Attempts = { attempts: number; max_attempts: number }
type FailedJob = { id: string; task_identifier: string } & Attempts

// Somebody may have revived the job since it failed: then it is no longer in the attempt that ended.
const KILL = `update graphile_worker._private_jobs
  set attempts = max_attempts, last_error = $2, updated_at = now()
  where id = $1::bigint and attempts = $3 and locked_at is null`
const DELAY = `select id from graphile_worker.reschedule_jobs(array[$1::bigint],
  run_at => now() + make_interval(secs => $2::float8 / 1000))`

/** Milliseconds until the next attempt, or null when there is none. */
export const resolveRetry = (args: {
  error: unknown
  job: Attempts
  task: AnyTask | undefined
}): null | number => {
  const { error, job, task } = args
  const verdict = findVerdict(error)
  if (verdict?.kind === 'dead' || job.attempts >= job.max_attempts) {
    return null
  }
  return verdict?.kind === 'later'
    ? verdict.afterMs
    : resolveDelay({ attempt: job.attempts, backoff: task?.backoff, random: Math.random() })
}

/** Why a job failed, without what must stand in no log. */
export const reasonOf = (error: unknown): string =>
  redactText(error instanceof Error ? error.message : String(error))

const settleFailure = async (args: {
  error: unknown
  job: FailedJob
  log: Log
  pool: EnginePool
  tasks: readonly AnyTask[]
}): Promise<void> => {
  const { error, job, log, pool } = args
  const reason = reasonOf(error)
  const task = args.tasks.find(({ name }) => name === job.task_identifier)
  const delay = resolveRetry({ error, job, task })
  if (delay === null) {
    log.error({ jobId: job.id, msg: `Job ${job.task_identifier} is dead: ${reason}` })
    await pool.query(KILL, [job.id, reason, job.attempts])
    return
  }
  await pool.query(DELAY, [job.id, delay])
}

/**
 * The engine backs off by e^attempt seconds, without jitter and up to six hours, and knows no "never
 * again". So a moment after it has put a failed job back, we set the time (or the death) that the
 * task's own rules want. Should the process die in that moment, the engine's own time stands.
 *
 * Returns a function that resolves when every failure seen so far is settled.
 */
export const settleFailures = (args: {
  events: WorkerEvents
  log: Log
  pool: EnginePool
  tasks: readonly AnyTask[]
}): (() => Promise<void>) => {
  const running = new Set<Promise<void>>()
  args.events.on('job:complete', ({ error, job }) => {
    if (!error) {
      return
    }
    const settled = settleFailure({ ...args, error, job })
      .catch((failure: unknown) => {
        args.log.warn({ err: failure, msg: `Backoff of job ${job.id} not set` })
      })
      .finally(() => running.delete(settled))
    running.add(settled)
  })
  return async () => {
    await Promise.all(running)
  }
}

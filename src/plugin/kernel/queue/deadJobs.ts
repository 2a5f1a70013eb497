import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { queryRows } from '../payload/database'

/** A job that has used up its attempts and waits for a human. */
export type DeadJob = {
  attempts: number
  failedAt: Date
  id: string
  input: unknown
  key: null | string
  lastError: null | string
  task: string
}

type DeadJobRow = Omit<DeadJob, 'failedAt'> & { failedAt: string }

const DEAD = sql`j.attempts >= j.max_attempts and j.locked_by is null`

/** Dead jobs, newest first. */
export const findDeadJobs = async (
  payload: Payload,
  options: { limit?: number; task?: string } = {},
): Promise<DeadJob[]> => {
  const { limit = 100, task } = options
  const rows = await queryRows<DeadJobRow>(
    payload,
    sql`select j.id::text as id, t.identifier as task, j.payload as input, j.attempts,
        j.last_error as "lastError", j.key,
        to_char(j.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "failedAt"
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      where ${DEAD} ${task === undefined ? sql`` : sql`and t.identifier = ${task}`}
      order by j.updated_at desc limit ${limit}`,
  )
  return rows.map((row) => ({ ...row, failedAt: new Date(row.failedAt) }))
}

/** Gives a dead job a full set of new attempts. False when it is not (or no longer) dead. */
export const retryDeadJob = async (payload: Payload, args: { id: string }): Promise<boolean> => {
  const rows = await queryRows(
    payload,
    sql`with dead as (
        select j.id from graphile_worker._private_jobs j
        where j.id = ${args.id}::bigint and ${DEAD} for update
      ), revived as (
        select r.id from dead,
          graphile_worker.reschedule_jobs(array[dead.id], run_at => now(), attempts => 0) r
      )
      select id, pg_notify('jobs:insert', '{"count":1}') from revived`,
  )
  return rows.length > 0
}

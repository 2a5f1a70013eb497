import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { queryRows } from '../payload/database'

/**
 * First half of the two-part advisory lock key under which workers register ("LUNA" in ASCII); the
 * second half is the hash of the worker's id.
 */
export const WORKER_LOCK = 0x4c_55_4e_41

/** A worker asks the database something every second; silent for so long, it hangs. */
const SILENT_SECONDS = 30

/** Whether some worker is connected and moving. One cheap statement, for the readiness probe. */
export const isWorkerSeen = async (args: { payload: Payload }): Promise<boolean> => {
  const [row] = await queryRows<{ seen: boolean }>(
    args.payload,
    sql`select exists (
      select 1 from pg_locks l left join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = ${WORKER_LOCK}::int4::oid
        and l.database = (select oid from pg_database where datname = current_database())
        and coalesce(a.state_change, now()) > now() - make_interval(secs => ${SILENT_SECONDS})
    ) as seen`,
  )
  return row?.seen === true
}

import type { Payload } from 'payload'

import { queryRows, sql } from './kernel/payload'
import { isWorkerSeen } from './kernel/queue'

/** What a load balancer wants to know. */
export type Readiness = { database: boolean; migrations: boolean; worker: boolean }

/** Asks the database, whether the schema is there, and whether a worker is alive. */
export const findReadiness = async (payload: Payload): Promise<Readiness> => {
  const [row] = await queryRows<{ guards: boolean }>(
    payload,
    sql`select to_regclass('order_number_seq') is not null as guards`,
  )
  return {
    database: row !== undefined,
    migrations: row?.guards === true,
    worker: await isWorkerSeen({ payload }),
  }
}

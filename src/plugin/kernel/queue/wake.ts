import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Payload } from 'payload'

import { queryRows } from '../payload'

type Wake = { isAgain: boolean }

const underWay = new WeakMap<Payload, Wake>()

const announce = async (payload: Payload, wake: Wake): Promise<void> => {
  do {
    wake.isAgain = false
    await queryRows(payload, sql`select pg_notify('jobs:insert', '{"count":1}')`)
  } while (wake.isAgain)
}

/**
 * Tells the workers that there is something to do, for jobs that were added quietly. However many ask
 * at once, one statement is under way. Nothing hangs on it: one looks ten times a second (`lookout.ts`).
 */
export const wakeWorkers = (payload: Payload): void => {
  const current = underWay.get(payload)
  if (current) {
    current.isAgain = true
    return
  }
  const wake: Wake = { isAgain: false }
  underWay.set(payload, wake)
  void announce(payload, wake)
    .catch(() => undefined)
    .finally(() => underWay.delete(payload))
}

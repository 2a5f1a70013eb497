import { sql } from '@payloadcms/db-postgres/drizzle'
import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { defineStatement, queryRows } from '../payload'

type Wake = { isAgain: boolean }

/** Whoever was just woken goes on until nothing is due: he need not be told of each job. */
const LEAST_GAP_MS = 10

const WAKE = defineStatement(() => sql`select pg_notify('jobs:insert', '{"count":1}')`)

const underWay = new WeakMap<Payload, Wake>()

const announce = async (payload: Payload, wake: Wake): Promise<void> => {
  do {
    wake.isAgain = false
    await queryRows(payload, WAKE({}))
    await wait(LEAST_GAP_MS)
  } while (wake.isAgain)
}

/**
 * Tells the workers that there is something to do, for jobs that were added quietly. However many ask
 * at once, one statement is under way, and a hundred a second at most. Nothing hangs on it: one looks ten times a second (`lookout.ts`).
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

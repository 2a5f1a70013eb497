import { z } from 'zod'

import { type Cron, defineTask } from '../kernel/queue'
import { beginScopes } from './actions/beginScopes'
import { runLook } from './actions/runLook'
import { beginJob, lookJob } from './jobs'
import { remindOfScopes } from './reminders/remind'

/** Begins what a paid order needs to be agreed on. */
export const scopeBeginTask = defineTask({
  ...beginJob,
  run: ({ orderId }, { payload }) => beginScopes(payload, orderId),
})

/** Looks for the proof of a domain. */
export const scopeLookTask = defineTask({
  ...lookJob,
  run: ({ scopeId }, { payload }) => runLook(payload, scopeId),
})

/** Reminds of scopes that wait for their customer or for staff. */
export const scopeTendTask = defineTask({
  name: 'scopes.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: (_, { now, payload }) => remindOfScopes({ now, payload }),
})

/** Every ten minutes; after a standstill once. */
export const scopeCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '*/10 * * * *',
  task: scopeTendTask,
  wib: 'setiap sepuluh menit',
}

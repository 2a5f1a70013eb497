import { z } from 'zod'

import { type Cron, defineTask } from '../../kernel/queue'
import { endExports } from '../ending/terminate'
import { catchUpAccounts } from './catchUp'
import { reconcileHosting } from './reconcile'
import { tendHosting } from './tend'

const nothing = z.object({}) as z.ZodType<Record<string, never>>

/** What was left alone goes on; what hangs is called out. */
export const hostingTendTask = defineTask({
  name: 'hosting.tend',
  input: nothing,
  maxAttempts: 3,
  run: (_, { now, payload }) => tendHosting({ now, payload }),
})

/** Compares what is wanted with what is seen, and does what the day brings. */
export const hostingReconcileTask = defineTask({
  name: 'hosting.reconcile',
  input: nothing,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    await catchUpAccounts(payload)
    await endExports(payload, now)
    await reconcileHosting(payload, now)
  },
})

/** Every minute; after a standstill once. */
export const hostingTendCron: Cron = {
  backfillMs: 60 * 60 * 1000,
  pattern: '* * * * *',
  task: hostingTendTask,
  wib: 'setiap menit',
}

/** Every hour at :35; after a standstill once. */
export const hostingReconcileCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '35 * * * *',
  task: hostingReconcileTask,
  wib: 'setiap jam pada menit ke-35',
}

import { z } from 'zod'

import { type Cron, defineTask } from '../kernel/queue'
import { tendContracts } from './tendContracts'

/** Looks after the ends of contracts. */
export const renewalTask = defineTask({
  name: 'renewals.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: (_, { now, payload }) => tendContracts(payload, now),
})

/** Every hour at :20, 08.20 WIB among them; after a standstill once. */
export const renewalCron: Cron = {
  backfillMs: 48 * 60 * 60 * 1000,
  pattern: '20 * * * *',
  task: renewalTask,
  wib: 'setiap jam pada menit ke-20',
}

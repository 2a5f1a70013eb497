import { z } from 'zod'

import { type Cron, defineTask } from '../../kernel/queue'
import { tendSpks } from './tendSpks'

/** Reminds of agreements and lets run out what is past its time. */
export const spkTendTask = defineTask({
  name: 'spk.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: (_, { now, payload }) => tendSpks({ now, payload }),
})

/** At twenty past every hour; after a standstill once. */
export const spkTendCron: Cron = {
  backfillMs: 48 * 60 * 60 * 1000,
  pattern: '20 * * * *',
  task: spkTendTask,
  wib: 'setiap jam lewat dua puluh menit',
}

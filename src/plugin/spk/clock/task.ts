import { z } from 'zod'

import { type Cron, defineTask } from '../../kernel/queue'
import { requeueStuck } from './requeueStuck'
import { tendSpks } from './tendSpks'

/** Reminds of agreements, lets run out what is past its time, and wakes work that has stopped. */
export const spkTendTask = defineTask({
  name: 'spk.tend',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    await requeueStuck({ now, payload })
    await tendSpks({ now, payload })
  },
})

/** At twenty past every hour; after a standstill once. */
export const spkTendCron: Cron = {
  backfillMs: 48 * 60 * 60 * 1000,
  pattern: '20 * * * *',
  task: spkTendTask,
  wib: 'setiap jam lewat dua puluh menit',
}

import { z } from 'zod'

import { type Cron, defineTask } from '../../kernel/queue'
import { spkClearJob } from '../jobs'
import { clearFiles } from './clearFiles'
import { retainSpks } from './retain'

/** Empties the store of an erased agreement. */
export const spkClearTask = defineTask({
  ...spkClearJob,
  run: ({ spkId }, { payload }) => clearFiles(payload, spkId),
})

/** Erases what has been kept long enough. */
export const spkRetainTask = defineTask({
  name: 'spk.retain',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: (_, { now, payload }) => retainSpks({ now, payload }),
})

/** Once a night. */
export const spkRetainCron: Cron = {
  backfillMs: 48 * 60 * 60 * 1000,
  pattern: '25 20 * * *',
  task: spkRetainTask,
  wib: '03.25 WIB',
}

import { z } from 'zod'

import { type Cron, defineTask } from '../../../kernel/queue'
import { clearUploads } from './upload'

/** Removes what uploads left that were given up. */
export const clearUploadsTask = defineTask({
  name: 'spk.clearUploads',
  input: z.object({}),
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    await clearUploads(payload, now)
  },
})

/** Once a night. */
export const clearUploadsCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '50 20 * * *',
  task: clearUploadsTask,
  wib: '03.50 WIB',
}

import { z } from 'zod'

import { type Cron, defineTask } from '../../kernel/queue'
import { watchChannels } from './watch'

/** Looks whether messages go out. A worker that is gone is seen by the panel and by the readiness probe. */
export const watchTask = defineTask({
  name: 'notifications.watch',
  input: z.object({}),
  maxAttempts: 1,
  run: (_, { now, payload }) => watchChannels({ now, payload }),
})

/** Often enough for a limit of minutes; what was missed is not made up for: mail flows again by then. */
export const watchCron: Cron = {
  backfillMs: 0,
  pattern: '*/5 * * * *',
  task: watchTask,
  wib: 'setiap 5 menit',
}

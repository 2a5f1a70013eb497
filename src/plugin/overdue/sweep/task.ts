import { z } from 'zod'

import { type Cron, defineTask } from '../../kernel/queue'
import { sweepContracts } from './sweepContracts'

/** Looks after contracts: bills, reminders, arrears, chances, fees. */
export const ladderTask = defineTask({
  name: 'overdue.sweep',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { now, payload }) => {
    const { failures } = await sweepContracts(payload, now)
    if (failures.length > 0) {
      throw new AggregateError(
        failures.map(({ error }) => error),
        `${failures.length} contracts could not be looked after: ${failures
          .slice(0, 5)
          .map(({ orderId }) => orderId)
          .join(', ')}`,
      )
    }
  },
})

/** At five past every hour, 00.05 WIB among them; after a standstill once. */
export const ladderCron: Cron = {
  backfillMs: 48 * 60 * 60 * 1000,
  pattern: '5 * * * *',
  task: ladderTask,
  wib: 'setiap jam lewat lima menit',
}

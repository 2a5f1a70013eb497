import { z } from 'zod'

import { type Cron, defineTask } from '../queue'
import { auditChain, describeFault } from './audit'
import { sealTransitions } from './seal'

/** Seals the transitions of the last minute. */
export const sealTask = defineTask({
  name: 'history.seal',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 3,
  run: async (_, { payload }) => {
    await sealTransitions({ payload })
  },
})

/** Every minute: what is not sealed yet can still be changed unnoticed. */
export const sealCron: Cron = {
  backfillMs: 0,
  pattern: '* * * * *',
  task: sealTask,
  wib: 'setiap menit',
}

/**
 * Checks the whole history. A fault ends the job for good, so that staff see it among the dead jobs.
 * The end of the chain goes into the log, outside the database: a chain that was cut short or made
 * anew no longer leads to it.
 */
export const auditTask = defineTask({
  name: 'history.audit',
  input: z.object({}) as z.ZodType<Record<string, never>>,
  maxAttempts: 1,
  run: async (_, { payload }) => {
    await sealTransitions({ everything: true, payload })
    const { faults, head } = await auditChain(payload)
    payload.logger.info({ hash: head.hash, msg: 'History is sealed', seals: head.seq })
    if (faults.length > 0) {
      const first = faults.slice(0, 5).map(describeFault).join('; ')
      throw new Error(`The history was tampered with (${faults.length} faults): ${first}`)
    }
  },
})

/** Once a night, when the shop is quiet. */
export const auditCron: Cron = {
  backfillMs: 24 * 60 * 60 * 1000,
  pattern: '45 19 * * *',
  task: auditTask,
  wib: '02.45 WIB',
}

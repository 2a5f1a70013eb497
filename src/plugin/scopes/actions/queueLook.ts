import { addJob, jobPriority } from '../../kernel/queue'
import type { Tx } from '../../kernel/payload'
import { lookJob, lookKey } from '../jobs'

/** Lets a worker look for the proof, at once or later; one look of a scope waits at a time. */
export const queueLook = (tx: Pick<Tx, 'rows'>, scopeId: string, runAt?: Date): Promise<void> =>
  addJob({
    input: { scopeId },
    key: lookKey(scopeId),
    priority: jobPriority.normal,
    ...(runAt ? { runAt } : {}),
    task: lookJob,
    tx,
  })

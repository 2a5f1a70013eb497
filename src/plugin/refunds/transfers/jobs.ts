import type { Tx } from '../../kernel/payload'

import { z } from 'zod'

import { addJob, jobPriority } from '../../kernel/queue'

/** Carries one transfer a step further. What it needs to be queued, without the network behind it. */
export const transferJob = {
  input: z.object({ transferId: z.uuid() }),
  maxAttempts: 50,
  name: 'refunds.transfer',
}

/** Lets a worker carry a transfer on, at once or later; one such job of a transfer waits at a time. */
export const queueTransfer = (
  tx: Pick<Tx, 'rows'>,
  transferId: string,
  runAt?: Date,
): Promise<void> =>
  addJob({
    input: { transferId },
    key: `refunds.transfer:${transferId}`,
    priority: jobPriority.normal,
    ...(runAt ? { runAt } : {}),
    task: transferJob,
    tx,
  })

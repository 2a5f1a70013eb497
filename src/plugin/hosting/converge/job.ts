import { z } from 'zod'

import type { Tx } from '../../kernel/payload'

import { addJob, jobPriority } from '../../kernel/queue'

/** Brings one service to what is wanted of it. It has its own times for coming again; see `nextTryAt`. */
export const convergeJob = {
  input: z.object({ accountId: z.uuid() }),
  maxAttempts: 1_000,
  name: 'hosting.converge',
}

/** At most one waiting job per service. */
export const convergeKey = (accountId: string): string => `hosting.converge:${accountId}`

/**
 * Has a service brought to what is wanted of it; one that waits already takes the new time. What is to be
 * on goes before what is to be off.
 */
export const queueConverge = (
  tx: Pick<Tx, 'rows'>,
  { accountId, isUrgent, runAt }: { accountId: string; isUrgent: boolean; runAt?: Date },
): Promise<void> =>
  addJob({
    input: { accountId },
    key: convergeKey(accountId),
    priority: isUrgent ? jobPriority.settle : jobPriority.normal,
    ...(runAt && { runAt }),
    task: convergeJob,
    tx,
  })

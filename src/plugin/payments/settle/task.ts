import { z } from 'zod'

import { defineTask } from '../../kernel/queue'
import { settleAttempt } from './settleAttempt'

/**
 * Works off what a callback announced. The gateway's own answer decides; while it is away, or says
 * "not yet" although a callback claimed success, the job fails and is tried again with back-off.
 */
export const settleTask = defineTask({
  name: 'payments.settle',
  input: z.object({ merchantOrderId: z.string() }),
  maxAttempts: 20,
  run: async ({ merchantOrderId }, { payload }) => {
    const { outcome } = await settleAttempt({ merchantOrderId, payload })
    if (outcome === 'disagreement') {
      throw new Error(`Callback and gateway disagree about ${merchantOrderId}; asking again later`)
    }
    if (outcome === 'unavailable') {
      throw new Error(`The gateway did not answer about ${merchantOrderId}`)
    }
  },
})

import { z } from 'zod'

import { fireEvent, runInTransaction, sql, SYSTEM } from '../../kernel/payload'
import { defineTask } from '../../kernel/queue'
import { paymentMachine } from '../machine'
import { paymentsRuntime } from '../runtime'
import { settleAttempt } from '../settle/settleAttempt'

/**
 * Shortly after an invoice lapsed: asks the gateway once more, then lets the attempt expire. Money
 * that arrives later still settles it.
 */
export const expireTask = defineTask({
  name: 'payments.expire',
  input: z.object({ merchantOrderId: z.string() }),
  maxAttempts: 12,
  run: async ({ merchantOrderId }, { now, payload }) => {
    const { attempt, outcome } = await settleAttempt({ merchantOrderId, payload })
    if (outcome === 'unavailable') {
      throw new Error(`The gateway did not answer about ${merchantOrderId}`)
    }
    const isOpen = attempt?.state === 'created' || attempt?.state === 'pending'
    if (
      !attempt ||
      !isOpen ||
      outcome !== 'waiting' ||
      !attempt.expiresAt ||
      attempt.expiresAt > now
    ) {
      return
    }
    const { amount, id: paymentId, orderId } = attempt
    const { owner } = paymentsRuntime.get(payload)
    await runInTransaction(payload, async (tx) => {
      await owner.lock(tx, orderId)
      await fireEvent({
        actor: SYSTEM,
        event: 'expire',
        id: paymentId,
        machine: paymentMachine,
        set: sql`failure_reason = 'expired'`,
        table: 'payments',
        tx,
      })
      await owner.announce(tx, { amount, kind: 'expired', orderId, paymentId })
    })
  },
})

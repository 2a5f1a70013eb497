import { z } from 'zod'

import type { TaskContext } from '../../kernel/queue'
import type { Attempt } from '../settle/findAttempt'

import { isDomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, SYSTEM } from '../../kernel/payload'
import { defineTask } from '../../kernel/queue'
import { paymentMachine } from '../machine'
import { paymentsRuntime } from '../runtime'
import { settleAttempt, type SettleOutcome } from '../settle/settleAttempt'

const isLapsed = (attempt: Attempt, outcome: SettleOutcome, now: Date): boolean => {
  const isOpen = attempt.state === 'created' || attempt.state === 'pending'
  const isUnpaid = outcome === 'waiting' || outcome === 'nothing'
  return isOpen && isUnpaid && attempt.expiresAt !== null && attempt.expiresAt <= now
}

/** Money or a newer attempt may come in at this very moment: then nothing expires. */
const expire = async (attempt: Attempt, payload: TaskContext['payload']): Promise<void> => {
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
  }).catch((error: unknown) => {
    if (!isDomainError(error, 'event.notAllowed')) {
      throw error
    }
  })
}

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
    if (attempt && isLapsed(attempt, outcome, now)) {
      await expire(attempt, payload)
    }
  },
})

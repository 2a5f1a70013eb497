import type { Payload } from 'payload'

import type { GatewayStatus } from '../port'

import { runInTransaction } from '../../kernel/payload'
import { planSettlement } from '../rules'
import { paymentsRuntime } from '../runtime'
import { applyDecline, applyQuarantine, applySettlement } from './apply'
import { buildEventsClosed } from './events'
import { type Attempt, findAttempt } from './findAttempt'
import { settleOrphan } from './orphan'

/** How asking about an attempt ended. */
export type SettleOutcome =
  'declined' | 'disagreement' | 'nothing' | 'paid' | 'review' | 'unavailable' | 'waiting'

/** Closes callbacks that changed nothing; one that claimed success stays open and is asked again. */
const closeWithoutChange = async (args: {
  attempt: Attempt
  payload: Payload
}): Promise<SettleOutcome> => {
  const { attempt, payload } = args
  if (attempt.claimsSuccess) {
    return 'disagreement'
  }
  await runInTransaction(payload, (tx) =>
    tx.rows(buildEventsClosed({ merchantOrderId: attempt.merchantOrderId, outcome: 'no-change' })),
  )
  return 'waiting'
}

const apply = async (args: {
  answer: GatewayStatus
  attempt: Attempt
  payload: Payload
}): Promise<SettleOutcome> => {
  const { answer, attempt, payload } = args
  const plan = planSettlement(attempt, answer)
  switch (plan.kind) {
    case 'decline':
      await applyDecline({ attempt, payload })
      return 'declined'
    case 'nothing':
      await runInTransaction(payload, (tx) =>
        tx.rows(
          buildEventsClosed({ merchantOrderId: attempt.merchantOrderId, outcome: 'duplicate' }),
        ),
      )
      return 'nothing'
    case 'quarantine':
      await applyQuarantine({ attempt, payload, plan })
      return 'review'
    case 'settle':
      await applySettlement({ attempt, payload, plan })
      return 'paid'
    case 'wait':
      return closeWithoutChange({ attempt, payload })
  }
}

/**
 * Asks the gateway about one attempt and makes its answer true here, in one transaction. Safe to
 * call any number of times and from many places at once (callback, return page, sweep, staff).
 */
export const settleAttempt = async (args: {
  merchantOrderId: string
  payload: Payload
}): Promise<{ attempt: Attempt | null; outcome: SettleOutcome }> => {
  const { merchantOrderId, payload } = args
  const attempt = await findAttempt(args)
  const reply = await paymentsRuntime.get(payload).gateway.fetchStatus({ merchantOrderId })
  if (reply.kind !== 'ok') {
    payload.logger.warn({ merchantOrderId, msg: 'The gateway gave no usable status', reply })
    return { attempt, outcome: 'unavailable' }
  }
  if (!attempt) {
    return {
      attempt,
      outcome: await settleOrphan({ answer: reply.value, merchantOrderId, payload }),
    }
  }
  return { attempt, outcome: await apply({ answer: reply.value, attempt, payload }) }
}

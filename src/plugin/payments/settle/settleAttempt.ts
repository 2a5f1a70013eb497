import type { Payload } from 'payload'

import type { GatewayStatus } from '../port'

import { isDomainError } from '../../kernel/errors'
import { findSqlConstraint, queryRows } from '../../kernel/payload'
import { isDealtWith, planSettlement, type SettlementPlan } from '../rules'
import { paymentsRuntime } from '../runtime'
import { applyDecline, applyQuarantine, applySettlement } from './apply'
import { buildEventsClosed } from './events'
import { type Attempt, findAttempt } from './findAttempt'
import { settleOrphan } from './orphan'

/** How asking about an attempt ended. */
export type SettleOutcome =
  'declined' | 'disagreement' | 'nothing' | 'paid' | 'review' | 'unavailable' | 'waiting'

type Step = { answer: GatewayStatus; attempt: Attempt; payload: Payload }

/** Closes callbacks that changed nothing; one that claimed success stays open and is asked again. */
const closeWithoutChange = async (
  { attempt, payload }: Step,
  outcome: 'nothing' | 'waiting',
): Promise<SettleOutcome> => {
  const { claimsSuccess, merchantOrderId } = attempt
  await queryRows(
    payload,
    buildEventsClosed({ keepClaims: true, merchantOrderId, outcome: 'no-change' }),
  )
  return claimsSuccess ? 'disagreement' : outcome
}

const closeDuplicates = async ({ attempt, payload }: Step): Promise<SettleOutcome> => {
  const { merchantOrderId } = attempt
  await queryRows(payload, buildEventsClosed({ merchantOrderId, outcome: 'duplicate' }))
  return 'nothing'
}

/** Money whose reference another attempt bears already: the gateway mixed two up. */
const settleOrQuarantine = async (
  { attempt, payload }: Step,
  plan: Extract<SettlementPlan, { kind: 'settle' }>,
): Promise<SettleOutcome> => {
  try {
    await applySettlement({ attempt, payload, plan })
    return 'paid'
  } catch (error) {
    if (findSqlConstraint(error) !== 'payments_reference_once') {
      throw error
    }
    const mixedUp = { ...plan, kind: 'quarantine', reason: 'reference' } as const
    await applyQuarantine({ attempt, payload, plan: mixedUp })
    return 'review'
  }
}

const apply = async (step: Step): Promise<SettleOutcome> => {
  const { answer, attempt, payload } = step
  const plan = planSettlement(attempt, answer)
  switch (plan.kind) {
    case 'decline':
      await applyDecline({ attempt, payload })
      return 'declined'
    case 'nothing':
      return isDealtWith(attempt) ? closeDuplicates(step) : closeWithoutChange(step, 'nothing')
    case 'quarantine':
      await applyQuarantine({ attempt, payload, plan })
      return 'review'
    case 'settle':
      return settleOrQuarantine(step, plan)
    case 'wait':
      return closeWithoutChange(step, 'waiting')
  }
}

/** How often an attempt that somebody else moves meanwhile is looked at anew. */
const ROUNDS = 4

/** Somebody else (callback, return page, timer) was faster: look again, then decide again. */
const applyToLatest = async (step: Step): Promise<SettleOutcome> => {
  let { attempt } = step
  for (let round = 1; ; round++) {
    try {
      return await apply({ ...step, attempt })
    } catch (error) {
      if (!isDomainError(error, 'event.notAllowed') || round === ROUNDS) {
        throw error
      }
      attempt = (await findAttempt({ ...attempt, payload: step.payload })) ?? attempt
    }
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
  const answer = reply.value
  const outcome = attempt
    ? await applyToLatest({ answer, attempt, payload })
    : await settleOrphan({ answer, merchantOrderId, payload })
  return { attempt, outcome }
}

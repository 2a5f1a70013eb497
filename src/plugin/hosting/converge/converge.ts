import type { Payload } from 'payload'

import type { Turn } from './step'

import { statementsOn } from '../../kernel/payload'
import { callServer } from './call'
import { type Lease, markWaiting, returnLease, takeLease } from './lease'
import { endStep } from './outcome'
import { beginStep, settleStep } from './step'

/** Wishes that change again and again leave the worker to others after so many steps. */
const MOST_STEPS = 12

/** One step; answers the deed that was tried, or that this is all for now. */
const takeStep = async (
  payload: Payload,
  lease: Lease,
  tried: null | Turn,
): Promise<{ isDone: boolean; tried: null | Turn }> => {
  const begun = await beginStep(payload, lease)
  if (begun.kind === 'stop') {
    return { isDone: true, tried }
  }
  if (begun.kind === 'settle') {
    return { isDone: !(await settleStep(payload, lease)), tried: null }
  }
  const { turn } = begun
  const outcome = await callServer(payload, turn)
  const next = await endStep(payload, { lease, outcome, tried, turn })
  return { isDone: next === 'stop', tried: turn.verb === 'inspect' ? null : turn }
}

/**
 * Brings a service to what is wanted of it now: calls its server, looks, and only then moves the state
 * and tells people. Run by two at once, one of them does it; the other's wish is seen by the first.
 */
export const converge = async (
  payload: Payload,
  asked: { accountId: string; jobId: string },
): Promise<void> => {
  const lease = await takeLease(payload, asked)
  if (!lease) {
    return
  }
  let step = await takeStep(payload, lease, null)
  for (let count = 1; count < MOST_STEPS && !step.isDone; count += 1) {
    step = await takeStep(payload, lease, step.tried)
  }
  if (!step.isDone) {
    await markWaiting(statementsOn(payload), asked.accountId)
  }
  await returnLease(payload, lease)
}

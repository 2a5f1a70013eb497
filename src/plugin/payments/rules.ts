import type { GatewayStatus } from './port'

/** What the shop itself holds about an attempt. */
export type AttemptFacts = { amount: number; reference: null | string; state: string }

/** Why money is put aside: it differs from what we asked for. */
export type QuarantineReason = 'amount' | 'reference'

/** What to do with the gateway's answer about an attempt. */
export type SettlementPlan =
  | { amount: number; kind: 'settle'; reference: null | string }
  | { amount: number; kind: 'quarantine'; reason: QuarantineReason; reference: null | string }
  | { kind: 'decline' }
  | { kind: 'nothing' }
  | { kind: 'wait' }

/** States in which money has been dealt with: later answers change nothing. */
const DEALT_WITH = new Set(['paid', 'refunded', 'review'])

/** Whether the money of an attempt has been dealt with, so that nothing can change any more. */
export const isDealtWith = ({ state }: Pick<AttemptFacts, 'state'>): boolean =>
  DEALT_WITH.has(state)

const planPaid = (attempt: AttemptFacts, answer: GatewayStatus): SettlementPlan => {
  const amount = answer.amount ?? 0
  const reference = answer.reference ?? null
  if (attempt.reference && reference && attempt.reference !== reference) {
    return { amount, kind: 'quarantine', reason: 'reference', reference }
  }
  return amount < attempt.amount
    ? { amount, kind: 'quarantine', reason: 'amount', reference }
    : { amount, kind: 'settle', reference }
}

/**
 * Decides from the gateway's own answer, never from a callback. Paid is terminal: a later "failed"
 * downgrades nothing. Too little money is put aside, more than asked is settled and the rest kept
 * as excess. An unknown attempt (POP answers 404 before a channel is chosen) only waits.
 */
export const planSettlement = (attempt: AttemptFacts, answer: GatewayStatus): SettlementPlan => {
  if (isDealtWith(attempt)) {
    return { kind: 'nothing' }
  }
  if (answer.status === 'paid') {
    return planPaid(attempt, answer)
  }
  if (answer.status === 'failed') {
    return attempt.state === 'pending' ? { kind: 'decline' } : { kind: 'nothing' }
  }
  return { kind: 'wait' }
}

/** Letters and digits that cannot be misread aloud. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * The id of one attempt as the gateway knows it: letter prefix (Duitku signs without separators, so
 * an id must not begin with a digit), 20 unguessable characters, attempt number; ≤ 50 characters.
 */
export const buildMerchantOrderId = (args: { attempt: number; random: Uint8Array }): string => {
  const letters = Array.from(args.random.subarray(0, 20), (byte) => ALPHABET[byte % 32]).join('')
  return `LN-${letters}-${args.attempt}`
}

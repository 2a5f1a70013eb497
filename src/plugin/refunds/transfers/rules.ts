import type { StateOf } from '../../kernel/machine'
import type { transferMachine } from './machine'

/** Where a transfer stands. */
export type TransferState = StateOf<typeof transferMachine>

/** States in which it is not settled whether money moves. */
export const OPEN_STATES = ['checking', 'checked', 'sending', 'unsure'] as const

/** Whether it is not settled yet if money moves. */
export const isOpenTransfer = (state: TransferState): boolean =>
  OPEN_STATES.some((open) => open === state)

/** What the account statement says, and what names the transfer at the service. */
export const buildPurpose = (number: string): string => `Refund ${number}`

/** Whole minutes between the questions about one order; the last one repeats. */
const WAITS = [1, 1, 2, 5, 10, 30, 60] as const
const MINUTE = 60_000
const ASK_FOR_MS = 72 * 60 * MINUTE

/** When to ask next about an order; null when it is time for a person to find out. */
export const resolveNextAsk = (args: { asks: number; now: Date; sentAt: Date }): Date | null => {
  const { asks, now, sentAt } = args
  const wait = WAITS[Math.min(asks, WAITS.length - 1)] ?? 60
  const next = new Date(now.getTime() + wait * MINUTE)
  return next.getTime() - sentAt.getTime() <= ASK_FOR_MS ? next : null
}

/** Clocks differ, and a request can lie in a queue: three times what the service allows. */
const CAUTION = 3

/**
 * Whether an order that the service does not know can no longer reach it, because its signature has
 * lapsed: then, and only then, "not there" means "never was".
 */
export const hasLapsed = (args: { now: Date; sentAt: Date; windowMs: number }): boolean =>
  args.now.getTime() >= args.sentAt.getTime() + CAUTION * args.windowMs

/** The number that proves a transfer, as the customer and the books keep it. */
export const buildEvidence = (args: { receipt: string; reference: string }): string =>
  args.receipt ? `Duitku ${args.reference}, ${args.receipt}` : `Duitku ${args.reference}`

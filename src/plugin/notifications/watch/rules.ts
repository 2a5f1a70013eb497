import type { Way } from '../choices/routes'

import { findRingingSince } from '../choices/routes'

/** What waits to go out by one channel. */
export type Waiting = {
  channel: Way
  count: number
  /** When the oldest was put into the outbox, or put back by a person. */
  since: Date
}

/** Times the limit after which staff hear of the same silence: at first, and when it goes on. */
const STEPS = [1, 6, 24]

const latest = (dates: readonly (Date | undefined)[]): Date =>
  new Date(Math.max(...dates.map((date) => date?.getTime() ?? 0)))

/**
 * Since when a message has been waiting in vain: WhatsApp rests at night, so there only the hours of
 * today count. Undefined while nothing may go out anyway.
 */
export const resolveHeldUpSince = (args: {
  channel: Way
  now: Date
  since: Date
}): Date | undefined => {
  const { channel, now, since } = args
  if (channel === 'email') {
    return since
  }
  const opening = findRingingSince(now)
  return opening && latest([since, opening])
}

/** Whether a message has waited longer than the shop allows: something is wrong for it, at least. */
export const isHeldUp = (args: { limitMs: number; now: Date; waiting: Waiting }): boolean => {
  const { limitMs, now, waiting } = args
  const since = resolveHeldUpSince({ ...waiting, now })
  return since !== undefined && now.getTime() - since.getTime() >= limitMs
}

/**
 * How long a channel has been silent although something waits, in steps: 0 is not worth an alarm. One
 * message that waits while others go out is not silence: its own mailbox is full, or its server slow.
 */
export const findSilenceStep = (args: {
  lastSentAt?: Date | undefined
  limitMs: number
  now: Date
  waiting: Waiting
}): number => {
  const { lastSentAt, limitMs, now, waiting } = args
  const heldUp = resolveHeldUpSince({ ...waiting, now })
  if (!heldUp) {
    return 0
  }
  const silentMs = now.getTime() - latest([heldUp, lastSentAt]).getTime()
  return STEPS.filter((times) => silentMs >= times * limitMs).length
}

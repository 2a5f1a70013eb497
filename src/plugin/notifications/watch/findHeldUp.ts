import type { Payload } from 'payload'

import type { Waiting } from './rules'

import { clock } from '../../kernel/time'
import { notificationsRuntime } from '../runtime'
import { findWaiting, waitingUrlOf } from './findWaiting'
import { isHeldUp } from './rules'

/** Messages of one channel that wait longer than the shop allows, and where the panel lists them. */
export type HeldUp = { url: string } & Waiting

/** What is held up as it stands now: also when no worker is left that could raise an alarm. */
export const findHeldUp = async (payload: Payload): Promise<HeldUp[]> => {
  const limitMs = notificationsRuntime.get(payload).stuckAfterMinutes * 60_000
  const now = clock.now()
  const all = await findWaiting(payload)
  return all
    .filter((waiting) => isHeldUp({ limitMs, now, waiting }))
    .map((waiting) => ({ ...waiting, url: waitingUrlOf(payload, waiting.channel) }))
}

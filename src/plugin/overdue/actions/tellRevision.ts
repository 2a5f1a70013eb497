import type { Tx } from '../../kernel/payload'

import { clock, wibDayOf } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { contractParams, toCustomer } from '../messages'
import { standingOf } from '../rules/standingOf'
import { findScene } from '../sweep/scene'

/** Tells the customer that his contract has a new schedule, once per revision. Under the order's lock. */
export const tellRevision = async (
  tx: Tx,
  orderId: string,
  { revision, text }: { revision: number; text: string },
): Promise<void> => {
  const scene = await findScene(tx, orderId)
  const today = wibDayOf(clock.now())
  const told = { scene, standing: standingOf(scene, today), today, tx }
  const params = { ...contractParams(told, 0), revision, text }
  const message = toCustomer(told, { event: 'contract.revised', params }, String(revision))
  await queueMessages({ messages: [message], tx })
}

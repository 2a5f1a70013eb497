import type { Tx } from '../../kernel/payload'

import { SYSTEM } from '../../kernel/payload'
import { lockLive, moveRow } from './moveRow'

/**
 * Ends every delivery of an order whose money has gone back or that was cancelled. The caller holds
 * the order's lock. Once more changes nothing.
 */
export const cancelFulfilments = async (
  tx: Tx,
  args: { orderId: string; reason: string },
): Promise<void> => {
  const { orderId, reason } = args
  for (const row of await lockLive(tx, orderId)) {
    await moveRow({ actor: SYSTEM, event: 'cancel', note: { reason }, row, tx })
  }
}

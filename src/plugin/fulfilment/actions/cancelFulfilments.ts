import type { Tx } from '../../kernel/payload'

import { sql, SYSTEM } from '../../kernel/payload'
import { type LockedFulfilment, moveRow } from './moveRow'

/**
 * Ends every delivery of an order whose money has gone back or that was cancelled. The caller holds
 * the order's lock. Once more changes nothing.
 */
export const cancelFulfilments = async (
  tx: Tx,
  args: { orderId: string; reason: string },
): Promise<void> => {
  const { orderId, reason } = args
  const rows = await tx.rows<LockedFulfilment>(
    sql`select id, kind, state, order_id as "orderId", assignee_id as assignee,
        null as "assigneeName", start_by as "startBy", deliver_by as "deliverBy", checklist
      from fulfilments where order_id = ${orderId} and state <> 'cancelled' order by id for update`,
  )
  for (const row of rows) {
    await moveRow({ actor: SYSTEM, event: 'cancel', note: { reason }, row, tx })
  }
}

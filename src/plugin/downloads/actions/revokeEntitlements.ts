import { fireEvent, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { entitlementMachine } from '../machine'

/**
 * Ends every download right of an order whose money has gone back or that was cancelled. The caller
 * holds the order's lock. Once more changes nothing.
 */
export const revokeEntitlements = async (
  tx: Tx,
  args: { orderId: string; reason: string },
): Promise<void> => {
  const { orderId, reason } = args
  const rows = await tx.rows<{ id: string }>(
    sql`select id from entitlements where order_id = ${orderId} and state = 'active'
      order by id for update`,
  )
  for (const { id } of rows) {
    await fireEvent({
      actor: SYSTEM,
      event: 'revoke',
      id,
      locked: 'active',
      machine: entitlementMachine,
      note: { reason },
      table: 'entitlements',
      tx,
    })
  }
}

import type { AnalysisFacts, Desk } from '../fulfilment'

import { fireEvent, sql, SYSTEM, type Tx } from '../kernel/payload'
import { scopeMachine } from './machine'

const findState = async (
  tx: Tx,
  deliveryId: string,
): Promise<undefined | { id: string; state: string }> => {
  const [row] = await tx.rows<{ id: string; state: string }>(sql`
    select s.id, s.state from scopes s join fulfilments f on f.order_item_id = s.order_item_id
    where f.id = ${deliveryId} for update of s`)
  return row
}

/** What stands behind the delivery of an analysis before it begins: its scope. */
export const scopeDesk: Desk = {
  findFacts: async (tx, { id }): Promise<AnalysisFacts> => ({
    hasAgreedScope: (await findState(tx, id))?.state === 'agreed',
  }),
  follow: async (tx, { event, reason, row }) => {
    const scope = event === 'cancel' ? await findState(tx, row.id) : undefined
    if (scope && scope.state !== 'cancelled') {
      await fireEvent({
        actor: SYSTEM,
        event: 'cancel',
        id: scope.id,
        locked: scope.state,
        machine: scopeMachine,
        ...(reason ? { note: { reason } } : {}),
        table: 'scopes',
        tx,
      })
    }
  },
}

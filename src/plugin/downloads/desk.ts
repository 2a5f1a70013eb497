import type { Actor, Tx } from '../kernel/payload'
import type { Desk } from '../fulfilment'

import { sql } from '../kernel/payload'
import { moveEntitlementIn } from './actions/moveEntitlement'

const findRight = async (tx: Tx, fulfilmentId: string): Promise<string | undefined> => {
  const [row] = await tx.rows<{ id: string }>(
    sql`select e.id from entitlements e join fulfilments f on f.order_item_id = e.order_item_id
      where f.id = ${fulfilmentId} and e.state = 'active' for update of e`,
  )
  return row?.id
}

/** The buyer starts afresh: his downloads anew, another password, and so another package. */
const renew = async (
  tx: Tx,
  args: { actor: Actor; fulfilmentId: string; reason: string | undefined },
): Promise<void> => {
  const { actor, fulfilmentId, reason } = args
  const id = await findRight(tx, fulfilmentId)
  if (id === undefined) {
    return
  }
  for (const event of ['reset', 'rekey']) {
    await moveEntitlementIn(tx, { actor, event, id, ...(reason ? { reason } : {}) })
  }
}

/**
 * What stands behind the delivery of files: one that is open again is sent again by the shop itself, with a
 * new password. Where nothing was ever packed, it waits for staff.
 */
export const downloadDesk: Desk = {
  follow: async (tx, { actor, event, reason, row }) => {
    if (event === 'reopen') {
      await renew(tx, { actor, fulfilmentId: row.id, reason })
    }
  },
}

import type { Payload } from 'payload'

import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { orderPackage } from './orderPackage'
import { prepareOrder } from './prepareOrder'

/**
 * What follows from a published release: a package for everybody who is entitled, and whatever was paid
 * for and waited for a release. The mail about it goes once the package is built. Safe to run twice.
 */
export const announceRelease = async (payload: Payload, releaseId: string): Promise<void> => {
  const entitled = await queryRows<{ id: string }>(
    payload,
    sql`select e.id from entitlements e join releases r on r.product_id = e.product_id
      where r.id = ${releaseId} and e.state = 'active' and e.valid_until > ${clock.now().toISOString()}
        and not exists (select 1 from packages p where p.entitlement_id = e.id
          and p.release_id = r.id)
      order by e.id`,
  )
  await doEach(entitled, ({ id }) =>
    runInTransaction(payload, (tx) => orderPackage(tx, { entitlementId: id, releaseId })),
  )
  const waiting = await queryRows<{ id: string }>(
    payload,
    sql`select distinct f.order_id as id from fulfilments f
        join order_items i on i.id = f.order_item_id join releases r on r.product_id = i.product_id
      where r.id = ${releaseId} and f.kind = 'template'
        and f.state in ('new', 'assigned', 'preparing')`,
  )
  await doEach(waiting, ({ id }) => prepareOrder(payload, id))
}

import type { Payload } from 'payload'

import { lockFulfilment, moveFulfilmentIn } from '../../fulfilment'
import { newId, queryRows, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { drawPassword } from '../../kernel/secrets'
import { clock } from '../../kernel/time'
import { sealPassword } from '../password'
import { resolveValidUntil } from '../rules'
import { downloadsRuntime } from '../runtime'
import { orderPackage } from './orderPackage'

/** A delivery that a published release can serve. */
type Servable = {
  fulfilmentId: string
  itemId: string
  orderId: string
  productId: string
  quantity: number
  releaseId: string
}

const OPEN = ['new', 'assigned', 'preparing']

const LATEST = sql`(select r.id from releases r where r.product_id = i.product_id
  and r.published_at is not null order by r.published_at desc, r.id desc limit 1)`

const findServable = (payload: Payload, orderId: string): Promise<Servable[]> =>
  queryRows<Servable>(
    payload,
    sql`select f.id as "fulfilmentId", i.id as "itemId", f.order_id as "orderId",
        i.product_id as "productId", i.quantity::int as quantity, ${LATEST} as "releaseId"
      from fulfilments f join order_items i on i.id = f.order_item_id
      where f.order_id = ${orderId} and f.kind = 'template' and ${LATEST} is not null
      order by f.id`,
  )

const insertEntitlement = async (tx: Tx, item: Servable): Promise<string> => {
  const { perFile, secret, validDays } = downloadsRuntime.get(tx.payload)
  const id = newId()
  const now = clock.now()
  const at = now.toISOString()
  const password = sealPassword({ owner: id, password: drawPassword(), secret })
  await tx.rows(
    sql`insert into entitlements (id, order_item_id, order_id, product_id, state, per_file,
        valid_until, password, password_since, created_at, updated_at)
      values (${id}, ${item.itemId}, ${item.orderId}, ${item.productId}, 'active',
        ${perFile * item.quantity}, ${resolveValidUntil(now, validDays).toISOString()}, ${password},
        ${at}, ${at}, ${at})
      on conflict (order_item_id) do nothing`,
  )
  const [row] = await tx.rows<{ id: string }>(
    sql`select id from entitlements where order_item_id = ${item.itemId} and state = 'active'`,
  )
  return row?.id ?? ''
}

const prepareItem = (payload: Payload, item: Servable): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const row = await lockFulfilment(tx, item.fulfilmentId)
    if (!OPEN.includes(row.state)) {
      return
    }
    const entitlementId = await insertEntitlement(tx, item)
    if (entitlementId === '') {
      return
    }
    await orderPackage(tx, { entitlementId, releaseId: item.releaseId })
    if (row.state !== 'preparing') {
      await moveFulfilmentIn(tx, { actor: SYSTEM, event: 'start', row })
    }
  })

/**
 * Begins what a paid order entitles to, where a release is published: the right, the package, the work
 * on it. What has no release waits for staff. Safe to run twice and by two workers.
 */
export const prepareOrder = async (payload: Payload, orderId: string): Promise<void> => {
  for (const item of await findServable(payload, orderId)) {
    await prepareItem(payload, item)
  }
}

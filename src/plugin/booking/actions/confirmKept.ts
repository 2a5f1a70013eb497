import type { Payload } from 'payload'

import { runInTransaction, type SQL, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { queryRows } from '../../kernel/payload'
import { tellAgreed } from '../messages'
import { lockScene } from '../queries/scene'
import { agree } from './writeBooking'

/** Whether times are kept for an order, as an SQL expression: once it is paid they are to be agreed. */
export const hasKept = (orderId: SQL): SQL => sql`exists (select 1 from bookings b
  where b.order_id = ${orderId} and b.state = 'reserved')`

const confirm = async (tx: Tx, itemId: string): Promise<void> => {
  const scene = await lockScene(tx, sql`i.id = ${itemId}`)
  const { delivery, live } = scene
  if (!delivery || live?.state !== 'reserved') {
    return
  }
  const { hostId, id, startsAt, state } = live
  await agree({ actor: SYSTEM, hostId, id, scene, startsAt: new Date(startsAt), state, tx })
  await tellAgreed({ id, isMoved: false, tx })
}

/**
 * Agrees on the times that were kept for items which are paid by now. Safe to run twice; what was
 * given up meanwhile stays given up, and its customer picks another time.
 */
export const confirmKept = async (payload: Payload, orderId?: string): Promise<void> => {
  const kept = await queryRows<{ itemId: string }>(
    payload,
    sql`select b.order_item_id as "itemId" from bookings b
        join fulfilments f on f.order_item_id = b.order_item_id
      where b.state = 'reserved' ${orderId ? sql`and b.order_id = ${orderId}` : sql``}
      order by b.id limit 200`,
  )
  await doEach(kept, ({ itemId }) => runInTransaction(payload, (tx) => confirm(tx, itemId)))
}

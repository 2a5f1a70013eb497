import type { Payload } from 'payload'

import type { LockedOrder } from './lockOrder'

import { confirmBookingTask } from '../../booking'
import { revokeEntitlements } from '../../downloads'
import {
  buildFulfilments,
  calendarOf,
  cancelFulfilments,
  findStanding,
  fulfilmentKinds,
  resolveOrderSteps,
} from '../../fulfilment'
import {
  fireEvent,
  queryRows,
  runInTransaction,
  type SQL,
  sql,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { addJob, doEach } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { orderMachine } from '../machine'
import { lockOrder } from './lockOrder'

/** Statement that begins the deliveries of a paid order; null when there is nothing to deliver. */
export const buildDeliveries = (
  payload: Payload,
  { holidays, id: orderId, items }: Pick<LockedOrder, 'holidays' | 'id' | 'items'>,
): null | SQL => {
  const calendar = calendarOf(payload, holidays)
  return buildFulfilments({ calendar, items, now: clock.now(), orderId, payload })
}

/** The times that were kept for an order are agreed as soon as it is paid. */
export const agreeKept = async (
  tx: Tx,
  { hasKept, id: orderId, paymentState }: Pick<LockedOrder, 'hasKept' | 'id' | 'paymentState'>,
): Promise<void> => {
  if (hasKept && paymentState === 'paid') {
    await addJob({ input: { orderId }, task: confirmBookingTask, tx })
  }
}

/**
 * Deliveries after the payment state was derived anew: what is paid now begins, what was refunded
 * ends. Under the order's lock.
 */
export const followMoney = async (tx: Tx, order: LockedOrder): Promise<void> => {
  const { id: orderId, paymentState } = order
  if (paymentState === 'refunded') {
    const ending = { orderId, reason: 'Dana dikembalikan' }
    await cancelFulfilments(tx, ending)
    await revokeEntitlements(tx, ending)
  }
  const begin = paymentState === 'paid' ? buildDeliveries(tx.payload, order) : null
  if (begin && order.state !== 'cancelled') {
    await tx.rows(begin)
    await agreeKept(tx, order)
  }
}

/** The order follows its items: delivered, closed, or open again. Under the order's lock. */
export const followDeliveries = async (tx: Tx, order: LockedOrder): Promise<void> => {
  const { id } = order
  const steps = resolveOrderSteps(order.state, await findStanding(tx, id))
  for (const event of steps) {
    const fired = await fireEvent({
      actor: SYSTEM,
      event,
      facts: { isPaid: true, undelivered: 0 },
      id,
      machine: orderMachine,
      table: 'orders',
      tx,
    })
    order.state = fired.to
  }
  if (steps.length === 0) {
    await tx.rows(sql`update orders set updated_at = ${clock.now().toISOString()} where id = ${id}`)
  }
}

const BATCH = 50

/** Orders that are paid and lack a delivery: paid before their kind had one. */
const findForgotten = (payload: Payload): Promise<{ id: string }[]> => {
  const kinds = sql.join(
    fulfilmentKinds.map((kind) => sql`${kind}`),
    sql`, `,
  )
  return queryRows(
    payload,
    sql`select o.id from orders o where o.state = 'open' and o.payment_state = 'paid'
        and exists (select 1 from order_items i left join fulfilments f on f.order_item_id = i.id
          where i.order_id = o.id and i.kind in (${kinds}) and f.id is null)
      order by o.placed_at limit ${BATCH}`,
  )
}

/** Begins the deliveries that are missing. Safe to run twice and by two workers. */
export const catchUpDeliveries = async (payload: Payload): Promise<void> => {
  await doEach(await findForgotten(payload), ({ id }) =>
    runInTransaction(payload, async (tx) => {
      await followMoney(tx, await lockOrder(tx, sql`o.id = ${id}`))
    }),
  )
}

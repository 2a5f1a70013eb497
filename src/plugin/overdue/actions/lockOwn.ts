import type { Actor } from '../../kernel/payload'
import type { Told } from '../messages'

import { DomainError } from '../../kernel/errors'
import { sql, type Tx } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { isToken } from '../../orders'
import { lockScene } from '../sweep/scene'
import { standingOf } from '../rules/standingOf'

/** A customer who is logged in, and the order that he means. */
export type OwnOrder = { customerId: string; token: string }

/** A contract under its order's lock, as it stands today. */
export const lockTold = async (tx: Tx, orderId: string): Promise<Told> => {
  const scene = await lockScene(tx, orderId)
  const today = wibDayOf(clock.now())
  return { scene, standing: standingOf(scene, today), today, tx }
}

/**
 * The id of an order in instalments that belongs to this customer; of nobody else's it is as if there
 * were none.
 *
 * @throws DomainError `order.notFound`, `overdue.noContract`
 */
export const getOwnId = async (
  tx: Pick<Tx, 'rows'>,
  { customerId, token }: OwnOrder,
): Promise<string> => {
  const [order] = isToken(token)
    ? await tx.rows<{ hasContract: boolean; id: string }>(sql`select o.id,
          exists (select from contracts c where c.order_id = o.id) as "hasContract"
        from orders o where o.token = ${token} and o.customer_id::text = ${customerId}`)
    : []
  if (!order) {
    throw new DomainError('order.notFound')
  }
  if (!order.hasContract) {
    throw new DomainError('overdue.noContract')
  }
  return order.id
}

/**
 * Locks a customer's own contract.
 *
 * @throws DomainError `order.notFound`, also for orders of others; `overdue.noContract`
 */
export const lockOwn = async (tx: Tx, own: OwnOrder): Promise<Told> =>
  lockTold(tx, await getOwnId(tx, own))

/**
 * @throws DomainError `overdue.nothingOverdue`
 */
export const assertOverdue = ({ scene, standing }: Told): void => {
  if (!standing.arrears || scene.state === 'cancelled') {
    throw new DomainError('overdue.nothingOverdue')
  }
}

/** The customer of a contract, as the history names him. */
export const customerActor = ({ scene }: Pick<Told, 'scene'>): Actor => ({
  id: scene.customerId,
  label: scene.customerName,
  role: 'customer',
})

import type { Actor, Tx } from '../../kernel/payload'

import { DomainError } from '../../kernel/errors'
import { sql } from '../../kernel/payload'
import { fulfilmentRuntime } from '../runtime'
import { lockFulfilment, moveRow } from './moveRow'

/** A delivery that is open again. */
export type ReopenedItem = {
  /** The new deadline. */
  dueAt: Date | null
  orderId: string
  /** Counts its moves: names this reopening. */
  seq: number
  title: string
}

/**
 * Opens a delivery again in the caller's transaction, for what has a reason of its own to do so. Locks
 * the order, then the delivery; the order follows.
 *
 * @throws DomainError `notFound`, `event.notAllowed` while it is not delivered, `event.notPermitted`
 */
export const reopenFulfilment = async (
  tx: Tx,
  args: { actor: Actor; id: string; reason: string },
): Promise<ReopenedItem> => {
  const { actor, id, reason } = args
  const row = await lockFulfilment(tx, id)
  await moveRow({ actor, event: 'reopen', note: { reason }, row, tx })
  await fulfilmentRuntime.get(tx.payload).owner.follow(tx, row.orderId)
  const [item] = await tx.rows<{ dueAt: null | string; seq: number; title: string }>(
    sql`select f.due_at as "dueAt", i.title, (select max(t.seq)::int from transitions t
        where t.machine = f.kind and t.subject = f.id::text) as seq
      from fulfilments f join order_items i on i.id = f.order_item_id where f.id = ${id}`,
  )
  if (!item) {
    throw new DomainError('notFound')
  }
  return { ...item, dueAt: item.dueAt === null ? null : new Date(item.dueAt), orderId: row.orderId }
}

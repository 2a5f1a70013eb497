import type { Tx } from '../../kernel/payload'

import { sql } from '../../kernel/payload'
import { queueMessages } from '../../notifications'
import { buildForCustomer, getTold } from '../messages'
import { toMailBlocks } from './plain'

type Row = { body: unknown; bookingId: null | string; updatedAt: string }

/**
 * Mails the summary of an item to its customer: once for each version of it. Under the order's lock.
 * Nothing when no session was ever recorded: whoever delivered it without one has told him himself.
 */
export const sendSummary = async (tx: Tx, itemId: string): Promise<void> => {
  const [row] = await tx.rows<Row>(sql`
    select s.body, s.updated_at as "updatedAt", (select b.id from bookings b
      where b.order_item_id = s.order_item_id order by b.created_at desc limit 1) as "bookingId"
    from session_summaries s where s.order_item_id = ${itemId}`)
  if (!row?.bookingId) {
    return
  }
  const told = await getTold(tx, row.bookingId)
  const message = buildForCustomer(tx.payload, {
    event: 'session.summary',
    step: new Date(row.updatedAt).toISOString(),
    summary: toMailBlocks(row.body),
    told,
  })
  await queueMessages({ messages: [message], tx })
}

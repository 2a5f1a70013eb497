import type { ReasonCheck } from '../notifications'

import { queryRows, sql } from '../kernel/payload'

/** News of a failed payment is stale once the order was paid by another attempt. */
export const isStillUnpaid: ReasonCheck = async ({ notification, payload }) => {
  const [order] = await queryRows<{ unpaid: boolean }>(
    payload,
    sql`select payment_state <> 'paid' as unpaid from orders where id::text = ${notification.subjectId}`,
  )
  return order?.unpaid === true
}

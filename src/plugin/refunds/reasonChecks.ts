import type { ReasonCheck } from '../notifications'

import { queryRows, sql } from '../kernel/payload'

/** Whoever wants his money back, or has it, is not asked how he likes what he bought. */
export const isNotRefunded: ReasonCheck = async ({ notification, payload }) => {
  const rows = await queryRows(
    payload,
    sql`select 1 from refunds where order_id::text = ${notification.subjectId}
      and state not in ('rejected', 'withdrawn') limit 1`,
  )
  return rows.length === 0
}

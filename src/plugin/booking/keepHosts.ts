import type { CollectionBeforeDeleteHook } from 'payload'

import { refuseInHook, sql, statementsOf } from '../kernel/payload'

/** Whoever has promised a session stays until somebody else gives it. */
export const keepHosts: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [row] = await statementsOf(req).rows<{ count: number }>(
    sql`select count(*)::int as count from bookings
      where host_id = ${String(id)}::uuid and state in ('reserved', 'booked')`,
  )
  const count = row?.count ?? 0
  if (count > 0) {
    refuseInHook({ code: 'booking.hostHasSessions', details: { count }, req })
  }
}

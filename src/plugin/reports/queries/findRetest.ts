import type { LockedFulfilment } from '../../fulfilment'

import { type SQL, sql, type Tx } from '../../kernel/payload'
import { findRetestRefusal } from '../rules'
import { reportsRuntime } from '../runtime'

/** How often a retest was asked for a delivery, as an expression. */
export const countRetests = (fulfilmentId: SQL): SQL => sql`(select count(*)::int from transitions t
  where t.machine = 'security-analysis' and t.subject = ${fulfilmentId}::text and t.event = 'retest')`

/** Why no retest of a delivery can be asked for; null when one can. */
export const findRetest = async (
  tx: Tx,
  { now, row }: { now: Date; row: Pick<LockedFulfilment, 'followUpUntil' | 'id'> },
): Promise<'over' | 'used' | null> => {
  const [counted] = await tx.rows<{ used: number }>(
    sql`select ${countRetests(sql`${row.id}`)} as used`,
  )
  const { retests: allowed } = reportsRuntime.get(tx.payload)
  const followUpUntil = row.followUpUntil ? new Date(row.followUpUntil) : null
  return findRetestRefusal({ allowed, followUpUntil, used: counted?.used ?? 0 }, now)
}

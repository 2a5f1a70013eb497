import type { CollectionBeforeDeleteHook } from 'payload'

import { refuseInHook, sql, statementsOf } from '../../kernel/payload'

/** Whoever has a contract in instalments stays: the agreement names him, paid or not. */
export const keepContractParties: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [row] = await statementsOf(req).rows<{ count: number }>(
    sql`select count(*)::int as count from contracts where customer_id = ${String(id)}::uuid`,
  )
  const count = row?.count ?? 0
  if (count > 0) {
    refuseInHook({ code: 'contract.partyStays', details: { count }, req })
  }
}

import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'

/** A service that staff chose, as far as a decision needs it. */
export type ChosenService = {
  accountId: string
  /** Whether it is paid in instalments. */
  hasContract: boolean
  isMade: boolean
  orderId: string
  wanted: string
}

/** The services of these ids, each once, in the order in which they were chosen. */
export const findChosen = async (
  payload: Payload,
  accountIds: readonly string[],
): Promise<ChosenService[]> => {
  const ids = [...new Set(accountIds)]
  const rows = await queryRows<ChosenService>(
    payload,
    sql`select h.id as "accountId", h.order_id as "orderId", h.wanted,
        h.state in ('active', 'provisioning', 'suspended') as "isMade",
        exists (select from contracts c where c.order_id = h.order_id) as "hasContract"
      from hosting_accounts h where h.id in (${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`,
  )
  return ids.flatMap((id) => rows.filter(({ accountId }) => accountId === id))
}

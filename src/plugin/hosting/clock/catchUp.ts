import type { Payload } from 'payload'

import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { HOSTING_KINDS, RENEWS } from '../accounts/buildAccounts'
import { hostingRuntime } from '../runtime'

const BATCH = 100

/** Gives older orders the services that they lack. Safe to run twice and by two workers. */
export const catchUpAccounts = async (payload: Payload): Promise<void> => {
  const lacking = await queryRows<{ id: string }>(
    payload,
    sql`select o.id from orders o where o.state <> 'cancelled' and not ${RENEWS}
        and exists (select from order_items i
        where i.order_id = o.id and i.kind in ${[...HOSTING_KINDS]} and i.quantity > (
          select count(*) from hosting_accounts a where a.order_item_id = i.id) + (
          select count(*) from hosting_terms t where t.order_item_id = i.id))
      order by o.placed_at limit ${BATCH}`,
  )
  const { owner } = hostingRuntime.get(payload)
  await doEach(lacking, ({ id }) => runInTransaction(payload, (tx) => owner.follow(tx, id)))
}

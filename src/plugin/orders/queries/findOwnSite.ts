import type { Payload } from 'payload'

import { queryRows, sql } from '../../kernel/payload'

/**
 * The token of a customer's own order whose service has this name, the running one before those that have
 * ended; null for a name that is not his, whether or not it is somebody's.
 */
export const findOwnSite = async (
  payload: Payload,
  { customerId, host }: { customerId: string; host: string },
): Promise<null | string> => {
  // Asked by the name with `www.`, the service without it counts too: visitors come by both.
  const names = host.startsWith('www.') ? [host, host.slice('www.'.length)] : [host]
  const [row] = await queryRows<{ token: string }>(
    payload,
    sql`select o.token from hosting_accounts a join orders o on o.id = a.order_id
      where o.customer_id = ${customerId} and jsonb_typeof(a.hosts) = 'array'
        and exists (select from jsonb_array_elements_text(a.hosts) h
          where h in (${sql.join(
            names.map((name) => sql`${name}`),
            sql`, `,
          )}))
      order by (a.state::text in ('dropped', 'terminated')), a.created_at desc limit 1`,
  )
  return row?.token ?? null
}

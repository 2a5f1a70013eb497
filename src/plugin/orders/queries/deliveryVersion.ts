import { QUESTIONS } from '../../fulfilment'
import { type SQL, sql } from '../../kernel/payload'

/**
 * Everything of an order `o` that its page shows beside its states, each with when it last changed. The
 * money of a contract is among it: paying one instalment of many moves no state of the order.
 */
const PARTS: SQL[] = [
  sql`select f.id, f.updated_at from fulfilments f where f.order_id = o.id`,
  sql`select p.id, p.updated_at from packages p join entitlements e on e.id = p.entitlement_id
    where e.order_id = o.id`,
  sql`select r.id, r.updated_at from reports r join fulfilments f on f.id = r.fulfilment_id
    where f.order_id = o.id`,
  sql`select s.id, s.updated_at from scopes s join order_items i on i.id = s.order_item_id
    where i.order_id = o.id`,
  sql`select b.id, b.updated_at from bookings b join order_items i on i.id = b.order_item_id
    where i.order_id = o.id`,
  sql`select c.id, c.created_at from conversation_posts c join fulfilments f
    on c.subject_kind = ${QUESTIONS} and c.subject_id = f.id::text where f.order_id = o.id`,
  sql`select n.id, n.updated_at from instalments n where n.order_id = o.id and n.kind <> 'full'`,
  sql`select a.id, a.created_at from allocations a join instalments n on n.id = a.instalment_id
    where n.order_id = o.id and n.kind <> 'full'`,
  sql`select b.id, b.updated_at from service_blockers b where b.order_id = o.id`,
]

/** A word that is another one whenever anything of an order `o` but its states has changed. */
export const selectDeliveryVersion = (): SQL =>
  sql`(select coalesce(md5(string_agg(part.id::text || part.updated_at::text, ',' order by part.id)), '')
    from (${sql.join(PARTS, sql` union all `)}) part)`

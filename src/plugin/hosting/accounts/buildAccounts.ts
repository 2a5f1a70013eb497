import { type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { isHostingKind, isProductKind, productKinds } from '../../catalog'
import { hostingMachine } from './machine'

/** A bought item, as far as its services are concerned. */
export type HostingLine = { id: string; kind: string; quantity: number }

/** Kinds of products of which services are made. */
export const HOSTING_KINDS: readonly string[] = productKinds.filter(isHostingKind)

/** Whether an item is one of which services are made. */
export const isHostingLine = ({ kind }: Pick<HostingLine, 'kind'>): boolean =>
  isProductKind(kind) && isHostingKind(kind)

const INITIAL = sql`${hostingMachine.initial}::text, 'off', 0, 'absent', 0`

const insertInto = sql.raw(`insert into hosting_accounts (id, title, kind, order_id, order_item_id,
  customer_id, product_id, unit, package, state, wanted, wish, observed, tries, created_at, updated_at)`)

type NewItem = HostingLine & { productId: string; title: string }

/**
 * The services of an order that is about to be written, one per unit of each item of hosting, as part of
 * the order's own statement. Null when nothing of it is hosting.
 */
export const buildAccounts = (args: {
  customerId: null | string
  lines: readonly NewItem[]
  orderId: string
}): null | SQL => {
  const lines = args.lines.filter(isHostingLine)
  if (lines.length === 0) {
    return null
  }
  const at = clock.now().toISOString()
  const rows = lines.map(
    ({ id, kind, productId, quantity, title }) =>
      sql`(${id}::uuid, ${title}::text, ${kind}::text, ${productId}::uuid, ${quantity}::int)`,
  )
  return sql`${insertInto} select gen_random_uuid(), n.title, n.kind, ${args.orderId}::uuid, n.item,
      ${args.customerId}::uuid, n.product, u, coalesce(nullif(p.service_package, ''), 'default'),
      ${INITIAL}, ${at}::timestamptz, ${at}::timestamptz
    from (values ${sql.join(rows, sql`, `)}) as n (item, title, kind, product, quantity)
      cross join generate_series(1, n.quantity) u left join products p on p.id = n.product`
}

/** Whether an order `o` goes on with a service that is there already. */
export const RENEWS = sql`exists (select from hosting_accounts r where r.renewal_id = o.id)`

/** Whether unit `u` of an item `i` had a service that goes on with a later order. */
const LEFT = sql`exists (select from hosting_terms t where t.order_item_id = i.id and t.unit = u)`

/** Part of the statement that writes an order: the service goes on with it once its contract has ended. */
export const buildRenewal = (args: { accountId: string; orderId: string }): SQL => sql`
  update hosting_accounts set renewal_id = ${args.orderId}::uuid,
    updated_at = ${clock.now().toISOString()}::timestamptz where id = ${args.accountId}::uuid`

/**
 * Adds the services that an order lacks: it is older than they are. Safe to call twice. Under the order's
 * lock.
 */
export const addMissingAccounts = async (tx: Pick<Tx, 'rows'>, orderId: string): Promise<void> => {
  const at = clock.now().toISOString()
  await tx.rows(sql`${insertInto} select gen_random_uuid(), i.title, i.kind, o.id, i.id, o.customer_id,
      i.product_id, u, coalesce(nullif(p.service_package, ''), 'default'), ${INITIAL},
      ${at}::timestamptz, ${at}::timestamptz
    from orders o join order_items i on i.order_id = o.id
      cross join generate_series(1, i.quantity::int) u left join products p on p.id = i.product_id
    where o.id = ${orderId} and i.kind in ${[...HOSTING_KINDS]} and not ${RENEWS} and not ${LEFT}
    on conflict (order_item_id, unit) do nothing`)
}

import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const childrenOf = (
  table:
    'chances' | 'contracts' | 'hosting_accounts' | 'instalments' | 'order_items' | 'overdue_cases',
) => sql`
  select ${table} || ' ' || c.id as subject,
      format('%s %s belongs to another customer than its order %s', ${table}::text, c.id, o.number) as sentence
    from ${sql.identifier(table)} c join orders o on o.id = c.order_id
    where c.customer_id is distinct from o.customer_id`

/** I9: what belongs to an order belongs to the order's customer. */
export const familiesStayTogether = defineInvariant({
  code: 'I9',
  promise: 'Every part of an order has the same customer as the order',
  breaches: sql`${childrenOf('order_items')} union all ${childrenOf('instalments')}
    union all ${childrenOf('contracts')} union all ${childrenOf('overdue_cases')}
    union all ${childrenOf('chances')} union all ${childrenOf('hosting_accounts')}`,
})

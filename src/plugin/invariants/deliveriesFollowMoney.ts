import { type FulfilmentKind, fulfilmentKinds, statesIn } from '../fulfilment'
import { type SQL, sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const inPhase = (phases: Parameters<typeof statesIn>[1][]): SQL =>
  sql.join(
    fulfilmentKinds.map((kind: FulfilmentKind) => {
      const states = statesIn(kind, ...phases).map((state) => sql`${state}`)
      return sql`(f.kind = ${kind} and f.state in (${sql.join(states, sql`, `)}))`
    }),
    sql` or `,
  )

const delivered = sql.join(
  fulfilmentKinds.map((kind) => sql`${kind}`),
  sql`, `,
)

const unbegun = sql`
  select o.number as subject, format('%s is paid but “%s” has no delivery', o.number, i.title) as sentence
    from order_items i join orders o on o.id = i.order_id
    where o.payment_state = 'paid' and o.state <> 'cancelled' and i.kind in (${delivered})
      and not exists (select 1 from fulfilments f where f.order_item_id = i.id)`

const unpaid = sql`
  select o.number, format('delivery %s is %s although %s is %s', f.id, f.state, o.number, o.payment_state)
    from fulfilments f join orders o on o.id = f.order_id
    where f.state <> 'cancelled'
      and (o.payment_state in ('unpaid', 'refunded') or o.state = 'cancelled')`

const strangers = sql`
  select o.number, format('delivery %s is of %s, its item of another order or kind', f.id, o.number)
    from fulfilments f join orders o on o.id = f.order_id join order_items i on i.id = f.order_item_id
    where i.order_id <> f.order_id or i.kind <> f.kind`

const unpromised = sql`
  select o.number, format('delivery %s is %s and promises nothing', f.id, f.state)
    from fulfilments f join orders o on o.id = f.order_id
    where f.due_at is null and (${inPhase(['waiting', 'working'])})`

const tooEarly = sql`
  select o.number, format('%s is %s but delivery %s is %s', o.number, o.state, f.id, f.state)
    from fulfilments f join orders o on o.id = f.order_id
    where o.state in ('fulfilled', 'closed') and (${inPhase(['waiting', 'working'])})`

/** I11: what was paid is being delivered, what was not is not, and the order says so. */
export const deliveriesFollowMoney = defineInvariant({
  breaches: sql`${unbegun} union all ${unpaid} union all ${strangers} union all ${unpromised}
    union all ${tooEarly}`,
  code: 'I11',
  promise: 'Each paid item has one delivery and a deadline; nothing unpaid is delivered',
})

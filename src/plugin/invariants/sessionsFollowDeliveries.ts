import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const unscheduled = sql`
  select o.number as subject, format('session %s is agreed although its delivery is %s', b.id,
      coalesce(f.state, 'not begun')) as sentence
    from bookings b join orders o on o.id = b.order_id
      left join fulfilments f on f.order_item_id = b.order_item_id
    where b.state = 'booked' and f.state is distinct from 'scheduled'`

const dateless = sql`
  select o.number, format('delivery %s is scheduled but its session is none', f.id)
    from fulfilments f join orders o on o.id = f.order_id
    where f.kind = 'consulting' and f.state = 'scheduled'
      and exists (select 1 from bookings b where b.order_item_id = f.order_item_id)
      and not exists (select 1 from bookings b where b.order_item_id = f.order_item_id
        and b.state = 'booked')`

const strangers = sql`
  select o.number, format('session %s is of %s, its item of another order or kind', b.id, o.number)
    from bookings b join orders o on o.id = b.order_id join order_items i on i.id = b.order_item_id
    where i.order_id <> b.order_id or i.kind <> 'consulting'`

/** I12: an agreed session and a scheduled delivery are the same thing. */
export const sessionsFollowDeliveries = defineInvariant({
  breaches: sql`${unscheduled} union all ${dateless} union all ${strangers}`,
  code: 'I12',
  promise: 'A session is agreed exactly while its delivery is scheduled',
})

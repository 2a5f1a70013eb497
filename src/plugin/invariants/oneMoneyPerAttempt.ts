import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

/** I3: one reference, one attempt, one arrival of money. */
export const oneMoneyPerAttempt = defineInvariant({
  code: 'I3',
  promise: 'Money arrives at most once per gateway reference and per attempt',
  breaches: sql`
    select reference as subject, format('reference %s belongs to %s attempts', reference, count(*)) as sentence
      from payments where reference is not null group by reference having count(*) > 1
    union all
    select p.merchant_order_id, format('%s is %s but its money was booked %s times',
        p.merchant_order_id, p.state, b.arrivals)
      from payments p, lateral (select count(distinct posting) as arrivals from ledger_entries l
        where l.payment_id = p.id and l.kind in ('payment.received', 'payment.recorded')) b
      where b.arrivals <> case when p.state in ('paid', 'refunded', 'review') then 1 else 0 end`,
})

import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

/** I5: the receipt is what a purchase grants in this version; it and the money exist together. */
export const paidIsTold = defineInvariant({
  code: 'I5',
  promise: 'Whoever paid is told, and nobody is told of money that was not credited',
  breaches: sql`
    select p.merchant_order_id as subject,
        format('%s was credited but its buyer is never told', p.merchant_order_id) as sentence
      from payments p
      where exists (select 1 from allocations a where a.payment_id = p.id)
        and not exists (select 1 from notifications n
          where n.event = 'payment.received' and n.step = p.id::text)
    union all
    select n.key, format('message %s tells of money that was never credited', n.id)
      from notifications n
      where n.event in ('payment.received', 'payment.receivedByStaff')
        and not exists (select 1 from allocations a where a.payment_id::text = n.step)`,
})

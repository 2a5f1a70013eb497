import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

/** I10: lines and instalments each make up the order's total; due days rise. */
export const partsMakeTheWhole = defineInvariant({
  code: 'I10',
  promise: 'Lines and instalments each sum to the total of their order; due days rise with seq',
  breaches: sql`
    select o.number as subject, format('order %s totals Rp%s: lines Rp%s, instalments Rp%s',
        o.number, o.total, l.amount, d.amount) as sentence
      from orders o,
        lateral (select coalesce(sum(amount), 0) as amount from order_items where order_id = o.id) l,
        lateral (select coalesce(sum(amount), 0) as amount from instalments where order_id = o.id
          and kind <> 'lateFee' and state::text <> 'replaced') d
      where o.total - o.adjustment <> l.amount or o.total <> d.amount
    union all
    select w.order_id::text, format('instalment %s of order %s is due on %s, not after %s',
        w.seq, w.order_id, w.due_on, w.before)
      from (select order_id, seq, due_on, lag(due_on) over (partition by order_id order by seq) as before
          from instalments where kind <> 'lateFee' and state::text <> 'replaced') w
      where w.due_on <= w.before
    union all
    select n.order_id::text, format('order %s has no debt number %s', n.order_id, n.place)
      from (select order_id, seq, row_number() over (partition by order_id order by seq) as place
          from instalments) n
      where n.seq <> n.place
    union all
    select o.number, format('contract of %s totals Rp%s, its order Rp%s', o.number, c.total, o.total)
      from contracts c join orders o on o.id = c.order_id where c.total <> o.total`,
})

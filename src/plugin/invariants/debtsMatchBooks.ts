import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const receivables = sql`
  select o.number as subject, format('order %s owes Rp%s by its allocations but Rp%s by the books',
      o.number, o.total - a.paid, b.booked) as sentence
    from orders o,
      lateral (select coalesce(sum(x.amount), 0) as paid from allocations x
        join instalments i on i.id = x.instalment_id where i.order_id = o.id) a,
      lateral (select coalesce(sum(l.amount), 0) as booked from ledger_entries l
        where l.order_id = o.id and l.account = 'receivable') b
    where o.total - a.paid <> b.booked`

const instalments = sql`
  select i.id::text, format('instalment %s of Rp%s was paid Rp%s', i.id, i.amount, a.paid)
    from instalments i, lateral (select coalesce(sum(x.amount), 0) as paid from allocations x
      where x.instalment_id = i.id) a
    where a.paid < 0 or a.paid > i.amount`

const attempts = sql`
  select p.merchant_order_id, format('%s brought Rp%s: Rp%s allocated, Rp%s kept as excess or refund',
      p.merchant_order_id, b.received, a.paid, b.kept)
    from payments p,
      lateral (select coalesce(sum(x.amount), 0) as paid from allocations x where x.payment_id = p.id) a,
      lateral (select coalesce(sum(l.amount) filter (where l.account = 'gateway'), 0) as received,
          coalesce(-sum(l.amount) filter (where l.account in ('excess', 'refund_payable')), 0) as kept
        from ledger_entries l where l.payment_id = p.id) b
    where b.received <> a.paid + b.kept or b.kept < 0`

const putAside = sql`
  select r.account, format('account %s holds Rp%s but the reviews account for Rp%s',
      r.account, b.booked, r.listed)
    from (select 'excess' as account,
            coalesce(sum(amount) filter (where state in ('open', 'kept')), 0) as listed from reviews
          union all select 'refund_payable',
            coalesce(sum(amount) filter (where state = 'refundMarked'), 0) from reviews) r,
      lateral (select coalesce(-sum(l.amount), 0) as booked from ledger_entries l
        where l.account = r.account) b
    where r.listed <> b.booked`

/** I2: debts, payments and reviews say the same as the books. */
export const debtsMatchBooks = defineInvariant({
  code: 'I2',
  promise: 'What is owed, paid, kept and to be refunded is what the books say, rupiah for rupiah',
  breaches: sql`${receivables} union all ${instalments} union all ${attempts} union all ${putAside}`,
})

import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const receivables = sql`
  select o.number as subject, format('order %s owes Rp%s by its instalments but Rp%s by the books',
      o.number, d.owed, b.booked) as sentence
    from orders o,
      lateral (select coalesce(sum(i.amount - coalesce(a.paid, 0)), 0) as owed from instalments i
        left join lateral (select sum(x.amount) as paid from allocations x
          where x.instalment_id = i.id) a on true
        where i.order_id = o.id and i.state::text not in ('void', 'waived', 'replaced')) d,
      lateral (select coalesce(sum(l.amount), 0) as booked from ledger_entries l
        where l.order_id = o.id and l.account = 'receivable') b
    where d.owed <> b.booked`

const instalments = sql`
  select i.id::text, format('instalment %s of Rp%s was paid Rp%s', i.id, i.amount, a.paid)
    from instalments i, lateral (select coalesce(sum(x.amount), 0) as paid from allocations x
      where x.instalment_id = i.id) a
    where a.paid < 0 or a.paid > i.amount`

const attempts = sql`
  select p.merchant_order_id, format('%s holds Rp%s: Rp%s allocated, Rp%s kept, Rp%s of it refunded',
      p.merchant_order_id, b.held, a.paid, b.kept, b.refunded)
    from payments p,
      lateral (select coalesce(sum(x.amount), 0) as paid from allocations x where x.payment_id = p.id) a,
      lateral (select coalesce(sum(l.amount) filter (where l.account in ('gateway', 'bank')), 0) as held,
          coalesce(-sum(l.amount) filter (where l.account in ('excess', 'refund_payable')), 0) as kept,
          coalesce(sum(l.amount) filter (where l.account = 'refunds'), 0) as refunded
        from ledger_entries l where l.payment_id = p.id) b
    where b.held <> a.paid + b.kept - b.refunded or b.kept < 0 or b.held < 0
      or b.refunded > a.paid or (p.state = 'refunded' and b.refunded <> a.paid)
      or (p.state <> 'refunded' and a.paid > 0 and b.refunded = a.paid)`

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

import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const beyond = sql`
  select p.merchant_order_id as subject, format('%s put Rp%s on debts but Rp%s went back by the books',
      p.merchant_order_id, a.paid, b.refunded) as sentence
    from payments p,
      lateral (select coalesce(sum(x.amount), 0) as paid from allocations x where x.payment_id = p.id) a,
      lateral (select coalesce(sum(l.amount), 0) as refunded from ledger_entries l
        where l.payment_id = p.id and l.account = 'refunds') b
    where b.refunded > a.paid`

const unbooked = sql`
  select p.merchant_order_id, format('%s: refunds say that Rp%s was sent, the books say Rp%s',
      p.merchant_order_id, r.sent, b.refunded)
    from payments p,
      lateral (select coalesce(sum(x.amount), 0) as sent from refunds x
        where x.payment_id = p.id and x.state = 'executed') r,
      lateral (select coalesce(sum(l.amount), 0) as refunded from ledger_entries l
        where l.payment_id = p.id and l.account = 'refunds') b
    where r.sent > b.refunded`

const unproven = sql`
  select r.number, format('%s was sent without a proof', r.number) from refunds r
    where r.state = 'executed' and method <> 'disbursement' and not exists (select 1 from attachments a
      where a.subject_kind = 'refund' and a.subject_id = r.id::text)`

const untransferred = sql`
  select r.number, format('%s is %s although %s transfers of it were sent', r.number, r.state, t.sent)
    from refunds r, lateral (select count(*) as sent from refund_transfers x
      where x.refund_id = r.id and x.state = 'sent') t
    where t.sent <> (case when r.state = 'executed' and r.method = 'disbursement' then 1 else 0 end)`

const strangers = sql`
  select r.number, format('%s is of another order than its payment', r.number)
    from refunds r join payments p on p.id = r.payment_id where p.order_id <> r.order_id`

/** I13: no more goes back than came, and what was sent is booked and proven. */
export const refundsFit = defineInvariant({
  breaches: sql`${beyond} union all ${unbooked} union all ${unproven} union all ${strangers}
    union all ${untransferred}`,
  code: 'I13',
  promise: 'Refunds are at most what was paid, each that was sent is booked and has its proof',
})

import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const undead = sql`
  select o.number as subject, format('report %s can be fetched although %s is %s', r.id, o.number,
      case when o.state = 'cancelled' then o.state::text else o.payment_state::text end) as sentence
    from reports r join orders o on o.id = r.order_id
    where r.state <> 'withdrawn' and (o.payment_state = 'refunded' or o.state = 'cancelled')`

const missing = sql`
  select f.id::text, format('analysis %s was delivered without a report', f.id)
    from fulfilments f
    where f.kind = 'security-analysis' and f.state in ('reported', 'retest')
      and not exists (select 1 from reports r where r.fulfilment_id = f.id and r.sent_at is not null)`

const untold = sql`
  select o.number, format('report %s was sent and nobody was told %s', r.id, w.what)
    from reports r join orders o on o.id = r.order_id
      cross join (values ('the way', array['report.ready', 'retest.ready']),
        ('the password', array['report.password'])) as w (what, events)
    where r.sent_at is not null and not exists (select 1 from notifications n
      where n.subject_id = o.id::text and n.event = any (w.events)
        and n.step like r.id::text || '/%')`

const spilt = sql`
  select n.id::text, format('message %s holds the password of a report by %s', n.id, n.channel)
    from notifications n where n.event = 'report.password' and n.channel <> 'whatsapp'`

const early = sql`
  select a.id::text, format('report %s was fetched before it was sent', r.id)
    from report_accesses a join reports r on r.id = a.report_id where r.sent_at is null`

/** I16: a report is with whom it was made for, told by two ways, and with nobody once it was paid back. */
export const reportsAreKept = defineInvariant({
  breaches: sql`${undead} union all ${missing} union all ${untold} union all ${spilt}
    union all ${early}`,
  code: 'I16',
  promise: 'Reports are with their customers, told by two ways, and with nobody once paid back',
})

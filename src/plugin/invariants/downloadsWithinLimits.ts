import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const miscounted = sql`
  select p.id::text as subject, format('package %s says %s uses, its log has %s', p.id, p.used,
      (select count(*) from downloads d where d.package_id = p.id)) as sentence
    from packages p
    where p.used <> (select count(*) from downloads d where d.package_id = p.id)`

const beyond = sql`
  select p.id::text, format('package %s was fetched %s times of %s', p.id, p.used, p.allowed)
    from packages p where p.used > p.allowed`

const undead = sql`
  select o.number, format('right %s is active although %s is %s', e.id, o.number, o.payment_state)
    from entitlements e join orders o on o.id = e.order_id
    where e.state = 'active' and (o.payment_state in ('unpaid', 'refunded') or o.state = 'cancelled')`

const strangers = sql`
  select p.id::text, format('package %s is of another product than its right', p.id)
    from packages p join entitlements e on e.id = p.entitlement_id
      join releases r on r.id = p.release_id
    where r.product_id <> e.product_id or r.published_at is null`

const untold = sql`
  select o.number, format('the files of %s were delivered and nobody was told', o.number)
    from entitlements e join orders o on o.id = e.order_id
      join fulfilments f on f.order_item_id = e.order_item_id
    where e.state = 'active' and f.state in ('delivered', 'support')
      and exists (select 1 from packages p where p.entitlement_id = e.id and p.built_at is not null)
      and not exists (select 1 from notifications n where n.subject_id = o.id::text
        and n.event = 'download.ready' and n.step like e.id::text || '/%')
      and exists (select 1 from transitions t where t.machine = 'template' and t.subject = f.id::text
        and t.event = 'deliver' and t.actor_role = 'system')`

/** I14: what counts is counted once, within its limit, for whom it was paid. */
export const downloadsWithinLimits = defineInvariant({
  breaches: sql`${miscounted} union all ${beyond} union all ${undead} union all ${strangers}
    union all ${untold}`,
  code: 'I14',
  promise: 'Downloads are counted exactly, within their limit, and only of what is paid',
})

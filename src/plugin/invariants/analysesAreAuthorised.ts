import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const unscoped = sql`
  select o.number as subject, format('delivery %s is %s but its scope is %s', f.id, f.state,
      coalesce(s.state, 'none')) as sentence
    from fulfilments f join orders o on o.id = f.order_id
      left join scopes s on s.order_item_id = f.order_item_id
    where f.kind = 'security-analysis' and f.state in ('scheduled', 'analysing')
      and s.state is distinct from 'agreed'`

const unsigned = sql`
  select o.number, format('scope %s is agreed without %s', s.id, concat_ws(', ',
      case when coalesce(s.signer_name, '') = '' or s.signed_at is null or s.signed_text is null
        then 'a signature' end,
      case when s.proven_at is null or s.proven_domain is distinct from s.domain
        or (s.proven_by = 'waiver' and coalesce(s.waived_reason, '') = '')
        then 'a proof of its domain' end,
      case when s.starts_on is null or s.ready_on is null then 'a date' end))
    from scopes s join orders o on o.id = s.order_id
    where s.state = 'agreed' and (coalesce(s.signer_name, '') = '' or s.signed_at is null
      or s.signed_text is null or s.proven_at is null or s.proven_domain is distinct from s.domain
      or (s.proven_by = 'waiver' and coalesce(s.waived_reason, '') = '')
      or s.starts_on is null or s.ready_on is null)`

const undated = sql`
  select o.number, format('scope %s is agreed but its delivery is %s', s.id,
      coalesce(f.state, 'not begun'))
    from scopes s join orders o on o.id = s.order_id
      left join fulfilments f on f.order_item_id = s.order_item_id
    where s.state = 'agreed' and coalesce(f.state, '') in ('', 'new', 'assigned', 'scoping', 'cancelled')`

const strangers = sql`
  select o.number, format('scope %s is of %s, its item of another order or kind', s.id, o.number)
    from scopes s join orders o on o.id = s.order_id join order_items i on i.id = s.order_item_id
    where i.order_id <> s.order_id or i.kind <> 'security-analysis'`

/** I15: nobody's site is examined without a written permission for a domain that was proven. */
export const analysesAreAuthorised = defineInvariant({
  breaches: sql`${unscoped} union all ${unsigned} union all ${undated} union all ${strangers}`,
  code: 'I15',
  promise: 'What is scheduled or analysed has an agreed scope: signed, dated, its domain proven',
})

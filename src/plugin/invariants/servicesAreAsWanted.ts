import { convergeKey, convergeTask } from '../hosting'
import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

const LIVE = sql`a.state in ('active', 'provisioning', 'suspended')`

const jobs = sql`select j.key from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${convergeTask.name}`

/** A wish without its effect has somebody behind it: a job, a hand, a person, a time, or an alarm. */
const forgotten = sql`
  select o.number as subject, format('service %s is %s, wanted %s and seen %s, and nobody is at it',
      a.id, a.state, a.wanted, a.observed) as sentence
    from hosting_accounts a join orders o on o.id = a.order_id
    where ${LIVE} and not (
        (a.wanted = 'on' and a.observed = 'on' and a.state = 'active')
        or (a.wanted = 'off' and a.observed = 'off' and a.state = 'suspended')
        or (a.wanted = 'off' and a.observed = 'absent' and a.state = 'provisioning'))
      and a.lease_by is null and a.next_try_at is null and a.alarmed_at is null
      and not exists (select from jobs where key = ${convergeKey('')} || a.id)
      and not exists (select from hosting_tasks t where t.account_id = a.id and t.state = 'open')`

const wronglyOff = sql`
  select o.number, format('service %s is suspended although it is wanted on since %s', a.id, a.wanted_at)
    from hosting_accounts a join orders o on o.id = a.order_id
    where a.state = 'suspended' and a.wanted = 'on' and a.alarmed_at is null
      and a.wanted_at < now() - interval '10 minutes'
      and not exists (select from jobs where key = ${convergeKey('')} || a.id)
      and not exists (select from hosting_tasks t where t.account_id = a.id and t.state = 'open')`

const againstReasons = sql`
  select o.number, format('service %s is wanted %s although %s reasons speak against it', a.id, a.wanted,
      b.n)
    from hosting_accounts a join orders o on o.id = a.order_id, lateral (select count(*) as n
      from service_blockers b where b.order_id = a.order_id and b.state = 'active') b
    where ${LIVE} and a.wanted <> 'gone' and (a.wanted = 'on') <> (b.n = 0)`

const overbooked = sql`
  select s.name, format('server %s holds %s services on %s slots', s.name, u.used, s.slots)
    from hosting_servers s, lateral (select count(*) as used from hosting_accounts a
      where a.server_id = s.id and a.state not in ('terminated', 'dropped')) u
    where u.used > s.slots`

const untrue = sql`
  select o.number, format('service %s is %s but was seen %s', a.id, a.state, a.observed)
    from hosting_accounts a join orders o on o.id = a.order_id
    where (a.state in ('locked', 'ready', 'failed', 'terminated', 'dropped') and a.observed <> 'absent')
      or (a.state = 'terminated' and a.termination_agreed_by is null)
      or (a.state in ('active', 'suspended') and (a.server_id is null or a.activated_at is null))`

const untold = sql`
  select o.number, format('service %s: its customer was told %s times of %s', a.id, n.told, t.event)
    from transitions t join hosting_accounts a on a.id::text = t.subject
      join orders o on o.id = a.order_id,
      lateral (select count(*) as told from notifications n where n.subject_id in (
          select o.id::text union all select h.order_id::text from hosting_terms h where h.account_id = a.id)
        and n.step like a.id || '/%' and n.channel <> 'inApp' and n.recipient_kind = 'customer'
        and n.event = case t.event when 'activate' then 'hosting.ready'
          when 'suspend' then 'hosting.suspended' when 'resume' then 'hosting.resumed'
          when 'fail' then 'hosting.failed' else 'hosting.ended' end) n
    where t.machine = 'hosting' and t.event in ('activate', 'fail', 'resume', 'suspend', 'terminate')
      and n.told < (select count(*) from transitions x where x.machine = t.machine
        and x.subject = t.subject and x.event = t.event)`

/** I17: services are as they are wanted, or somebody is at it; and never otherwise than their state says. */
export const servicesAreAsWanted = defineInvariant({
  breaches: sql`with jobs as materialized (${jobs})
    ${forgotten} union all ${wronglyOff} union all ${againstReasons} union all ${overbooked}
    union all ${untrue} union all ${untold}`,
  code: 'I17',
  promise: 'Services are as they are wanted or somebody is at it; customers know of each change',
})

import { sql } from '../kernel/payload'
import { confirmTask, deliverTask } from '../notifications'
import { settleTask } from '../payments'
import { defineInvariant } from './invariant'

const jobs = sql`select j.key, j.payload->>'id' as message, j.payload->>'merchantOrderId' as attempt,
    t.identifier as task
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`

/** I7: the outbox holds each message once, and whatever is unfinished has a job behind it. */
export const nothingIsForgotten = defineInvariant({
  code: 'I7',
  promise: 'Each message exists once; what is not finished has a job, waiting or dead, behind it',
  breaches: sql`with jobs as materialized (${jobs})
    select key as subject, format('message key %s exists %s times', key, count(*)) as sentence
      from notifications group by key having count(*) > 1
    union all
    select n.key, format('message %s is %s and no job will send it', n.id, n.state)
      from notifications n where n.state in ('queued', 'sending') and not exists (
        select 1 from jobs where task = ${deliverTask.name} and message = n.id::text)
    union all
    select n.key, format('nobody knows whether message %s got through and no job will decide', n.id)
      from notifications n where n.state = 'unknown' and not exists (
        select 1 from jobs where task = ${confirmTask.name} and message = n.id::text)
    union all
    select e.key, format('callback %s waits and no job will work it off', e.key)
      from payment_events e where e.processed_at is null and not exists (
        select 1 from jobs where task = ${settleTask.name} and attempt = e.merchant_order_id)
    union all
    select key, format('callback key %s exists %s times', key, count(*))
      from payment_events group by key having count(*) > 1`,
})

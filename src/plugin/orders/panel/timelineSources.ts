import type { Payload } from 'payload'

import type { TimelineSource } from '../../kernel/history'

import { fulfilmentMachines, QUESTIONS } from '../../fulfilment'
import { instalmentMachine } from '../../instalments'
import { type SQL, sql } from '../../kernel/payload'
import { paymentMachine, reviewMachine } from '../../payments'
import { orderMachine } from '../machine'
import { ordersRuntime } from '../runtime'

const OWN: readonly TimelineSource[] = [
  {
    label: { en: 'Order', id: 'Pesanan' },
    machines: [orderMachine],
    subjects: sql`select o.id::text`,
    topic: 'work',
  },
  {
    label: { en: 'Attempt', id: 'Percobaan' },
    machines: [paymentMachine],
    subjects: sql`select p.id::text from payments p where p.order_id = o.id`,
    topic: 'money',
  },
  {
    label: { en: 'Instalment', id: 'Cicilan' },
    machines: [instalmentMachine],
    subjects: sql`select n.id::text from instalments n where n.order_id = o.id`,
    topic: 'money',
  },
  {
    label: { en: 'Money to review', id: 'Uang perlu ditinjau' },
    machines: [reviewMachine],
    subjects: sql`select r.id::text from reviews r where r.order_id = o.id`,
    topic: 'money',
  },
  {
    label: { en: 'Delivery', id: 'Pengerjaan' },
    machines: Object.values(fulfilmentMachines),
    subjects: sql`select f.id::text from fulfilments f where f.order_id = o.id`,
    thread: QUESTIONS,
    topic: 'work',
  },
]

/** Everything whose moves an order's timeline tells, of this feature and of those around it. */
export const timelineSourcesOf = (payload: Payload): readonly TimelineSource[] => [
  ...OWN,
  ...ordersRuntime.get(payload).timeline,
]

/** The source whose table of moves has this name, if it is still in use. */
export const findSource = (
  sources: readonly TimelineSource[],
  machine: string,
): TimelineSource | undefined =>
  sources.find(({ machines }) => machines.some(({ name }) => name === machine))

const allOf = (sources: readonly TimelineSource[]): SQL =>
  sql.join(
    sources.map(({ subjects }) => subjects),
    sql` union all `,
  )

const HISTORY = sql`(select coalesce(json_agg(json_build_object('at', t.at, 'machine', t.machine,
    'event', t.event, 'subject', t.subject, 'reason', t.reason,
    'evidence', t.metadata->>'evidence', 'assignee', t.metadata->>'assignee', 'actor', coalesce(t.actor_label, t.actor_role))
    order by t.at desc, t.seq desc), '[]')
  from transitions t where t.subject in (select id from subjects))`

/** Beginnings as steps without an event, under the name of their first table of moves. */
const begunOf = (sources: readonly TimelineSource[]): SQL => {
  const selects = sources.flatMap(({ begun, machines }) =>
    begun
      ? [
          sql`select b.id, b.at, b.actor, b.reason, ${machines[0]?.name ?? ''}::text as machine
          from (${begun.select}) b`,
        ]
      : [],
  )
  return selects.length === 0
    ? sql`'[]'::json`
    : sql`(select coalesce(json_agg(json_build_object('at', b.at, 'machine', b.machine, 'event', '',
          'subject', b.id, 'reason', b.reason, 'evidence', null, 'assignee', null, 'actor', b.actor)), '[]')
        from (${sql.join(selects, sql` union all `)}) b)`
}

const MESSAGES = sql`(select coalesce(json_agg(json_build_object('id', m.id, 'event', m.event,
    'address', m.recipient_address, 'kind', m.recipient_kind, 'state', m.state,
    'at', coalesce(m.sent_at, m.created_at)) order by m.created_at desc), '[]')
  from notifications m where m.subject_id in (select id from subjects) and m.channel <> 'inApp')`

const postsOf = (sources: readonly TimelineSource[]): SQL => {
  const kinds = sources.flatMap(({ thread }) => (thread ? [sql`${thread}`] : []))
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'at', c.created_at,
      'kind', c.subject_kind, 'subject', c.subject_id, 'author', c.author_name,
      'body', left(c.body, 300)) order by c.created_at desc), '[]')
    from conversation_posts c where c.subject_kind in (${sql.join(kinds, sql`, `)})
      and c.subject_id in (select id from subjects))`
}

/**
 * Moves, messages and what people wrote to each other about the order `o`: a lateral table `past` with
 * JSON columns `history`, `begun`, `messages` and `posts`.
 */
export const selectPast = (sources: readonly TimelineSource[]): SQL => sql`lateral (
  with subjects (id) as (${allOf(sources)})
  select ${HISTORY} as history, ${begunOf(sources)} as begun, ${MESSAGES} as messages, ${postsOf(sources)} as posts) past`

import type { NotificationChannel, QueuedMessage } from './schema'
import type { NotificationState } from './states'

import { newId, type SQL, sql, type Tx } from '../kernel/payload'
import { addJobSql, jobPriority } from '../kernel/queue'
import { deliverTask } from './deliver/task'
import { messageCatalogue } from './messages'
import { notificationKey, toStorableJson } from './rules'

type Way = { channel: NotificationChannel; state: NotificationState }

/** One letter that travels; and a line in the customer's own list, which is there at once. */
const waysOf = ({ event, recipient }: QueuedMessage): Way[] => [
  { channel: 'email', state: 'queued' },
  ...(messageCatalogue[event].inApp && recipient.customerId
    ? [{ channel: 'inApp', state: 'sent' } as const]
    : []),
]

const toRows = (message: QueuedMessage): Record<string, unknown>[] =>
  waysOf(message).map(({ channel, state }) => ({
    channel,
    customer_id: message.recipient.customerId ?? null,
    event: message.event,
    id: newId(),
    key: notificationKey(message, channel),
    locale: message.recipient.locale,
    params: message.params,
    recipient_address: message.recipient.address.trim(),
    recipient_kind: message.recipient.kind,
    recipient_name: message.recipient.name,
    state,
    step: message.step ?? '',
    subject_id: message.subject.id,
    subject_type: message.subject.type,
  }))

const COLUMNS = sql.raw(`id, key, event, channel, subject_type, subject_id, step, recipient_kind,
  recipient_address, recipient_name, customer_id, locale, params, state, sent_at`)

/** A moment later: mail never runs ahead of money, and workers take what has gathered in one go. */
const SOON = sql`now() + interval '1 second'`

const MESSAGE = sql.raw(`id uuid, key text, event text, channel text, subject_type text,
  subject_id text, step text, recipient_kind text, recipient_address text, recipient_name text,
  customer_id text, locale text, params jsonb, state text`)

/** Parameters that only the surrounding statement knows, such as a number from a sequence. */
type LateParams = {
  /** Name of the `with` part that knows them; it has one row. */
  from: string
  /** A jsonb object that is laid over the parameters of every message. */
  params: SQL
}

const readMessages = (messages: readonly QueuedMessage[], late?: LateParams): SQL => {
  const rows = sql`json_to_recordset(${toStorableJson(messages.flatMap(toRows))}::json) as r (${MESSAGE})`
  return late
    ? sql`(select r.*, r.params || ${late.params} as whole from ${rows}, ${sql.identifier(late.from)})`
    : sql`(select r.*, r.params as whole from ${rows})`
}

/**
 * The parts of a `with` statement that put messages into the outbox and their deliveries into the
 * queue. Whatever was queued before is left alone. The part `queued` must be read to be run.
 */
export const buildQueuedMessages = (args: {
  late?: LateParams
  messages: readonly QueuedMessage[]
}): SQL => sql`
  added as (
    insert into notifications (${COLUMNS}, attempts, created_at, updated_at)
    select m.id, m.key, m.event, m.channel, m.subject_type, m.subject_id, m.step, m.recipient_kind,
      m.recipient_address, m.recipient_name, m.customer_id, m.locale, m.whole, m.state,
      case when m.state = 'sent' then now() end, 0, now(), now()
    from ${readMessages(args.messages, args.late)} m
    order by m.key -- or two transactions with the same messages wait for each other in a ring
    on conflict (key) do nothing
    returning id, state
  ),
  queued as (
    select ${addJobSql({
      input: sql`json_build_object('id', added.id)`,
      priority: jobPriority.mail,
      runAt: SOON,
      task: deliverTask,
    })} as job from added where added.state = 'queued'
  )`

/**
 * Puts messages into the outbox and their deliveries into the queue, in the caller's transaction and
 * in one statement however many they are. Whatever was queued before is left alone.
 *
 * @param args.along Further parts of that statement, e.g. ``sql`closed as (update …)` ``
 */
export const queueMessages = async (args: {
  along?: SQL | undefined
  messages: readonly QueuedMessage[]
  tx: Pick<Tx, 'rows'>
}): Promise<void> => {
  const { along, messages, tx } = args
  const parts = [
    ...(along ? [along] : []),
    ...(messages.length > 0 ? [buildQueuedMessages({ messages })] : []),
  ]
  if (parts.length > 0) {
    const read = messages.length > 0 ? sql`select count(job) from queued` : sql`select 1`
    await tx.rows(sql`with ${sql.join(parts, sql`, `)} ${read}`)
  }
}

import type { NotificationChannel, QueuedMessage } from './schema'
import type { Way } from './choices/routes'
import type { NotificationState } from './states'

import { newId, type SQL, sql, type Tx } from '../kernel/payload'
import { addJobSql, jobPriority } from '../kernel/queue'
import { clock } from '../kernel/time'
import { DEFAULT_CHOICE, findChoices } from './choices/choices'
import { resolveRingAt, resolveWays } from './choices/routes'
import { deliverJob } from './deliver/jobs'
import { messageCatalogue } from './messages'
import { isChatNumber, notificationKey, toStorableJson } from './rules'
import { notificationsRuntime } from './runtime'

/** A message, and by which ways it goes. */
type RoutedMessage = { message: QueuedMessage; ways: readonly Way[] }

type Copy = { channel: NotificationChannel; state: NotificationState }

/** What travels; and a line in the customer's own list, which is there at once. */
const copiesOf = ({ message: { event, recipient }, ways }: RoutedMessage): Copy[] => [
  ...ways.map((channel) => ({ channel, state: 'queued' as const })),
  ...(messageCatalogue[event].inApp && recipient.customerId
    ? [{ channel: 'inApp', state: 'sent' } as const]
    : []),
]

const toRows = ({ message, ways }: RoutedMessage): Record<string, unknown>[] =>
  copiesOf({ message, ways }).map(({ channel, state }) => ({
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
    recipient_phone: message.recipient.phone ?? null,
    state,
    step: message.step ?? '',
    subject_id: message.subject.id,
    subject_type: message.subject.type,
  }))

const COLUMNS = sql.raw(`id, key, event, channel, subject_type, subject_id, step, recipient_kind,
  recipient_address, recipient_name, recipient_phone, customer_id, locale, params, state, sent_at`)

/** A moment later: mail never runs ahead of money, and workers take what has gathered in one go. */
const SOON = sql`now() + interval '1 second'`

const AWAITED = sql.join(
  Object.entries(messageCatalogue).flatMap(([event, { isAwaited }]) =>
    isAwaited ? [sql`${event}`] : [],
  ),
  sql`, `,
)

/** Mails lie still in the night; what rings waits for the day, unless its reader waits for it. */
const dueOf = (now: Date): SQL => {
  const ringAt = resolveRingAt(now)
  return ringAt <= now
    ? SOON
    : sql`case when added.channel = 'whatsapp' and added.event not in (${AWAITED}) then ${ringAt.toISOString()}::timestamptz
        else ${SOON} end`
}

const MESSAGE = sql.raw(`id uuid, key text, event text, channel text, subject_type text,
  subject_id text, step text, recipient_kind text, recipient_address text, recipient_name text,
  recipient_phone text, customer_id text, locale text, params jsonb, state text`)

/** Parameters that only the surrounding statement knows, such as a number from a sequence. */
type LateParams = {
  /** Name of the `with` part that knows them; it has one row. */
  from: string
  /** A jsonb object that is laid over the parameters of every message. */
  params: SQL
}

const readMessages = (messages: readonly RoutedMessage[], late?: LateParams): SQL => {
  const rows = sql`json_to_recordset(${toStorableJson(messages.flatMap(toRows))}::json) as r (${MESSAGE})`
  return late
    ? sql`(select r.*, r.params || ${late.params} as whole from ${rows}, ${sql.identifier(late.from)})`
    : sql`(select r.*, r.params as whole from ${rows})`
}

/**
 * The parts of a `with` statement that put messages into the outbox and their deliveries into the
 * queue. Whatever was queued before is left alone. The part `queued` must be read to be run.
 */
const buildQueued = (args: { late?: LateParams; messages: readonly RoutedMessage[] }): SQL => sql`
  added as (
    insert into notifications (${COLUMNS}, attempts, created_at, updated_at)
    select m.id, m.key, m.event, m.channel, m.subject_type, m.subject_id, m.step, m.recipient_kind,
      m.recipient_address, m.recipient_name, m.recipient_phone, m.customer_id, m.locale, m.whole, m.state,
      case when m.state = 'sent' then now() end, 0, now(), now()
    from ${readMessages(args.messages, args.late)} m
    order by m.key -- or two transactions with the same messages wait for each other in a ring
    on conflict (key) do nothing
    returning id, state, channel, event
  ),
  queued as (
    select ${addJobSql({
      input: sql`json_build_object('id', added.id)`,
      priority: jobPriority.mail,
      runAt: dueOf(clock.now()),
      task: deliverJob,
    })} as job from added where added.state = 'queued'
  )`

/**
 * {@link buildQueued} for legal notices, which go by e-mail whatever anybody has chosen: nothing has to
 * be read before.
 *
 * @throws Error for any other message
 */
export const buildQueuedNotices = (args: {
  late?: LateParams
  messages: readonly QueuedMessage[]
}): SQL => {
  const { messages, ...late } = args
  const other = messages.find(({ event }) => {
    const { alsoChat, isLegalNotice } = messageCatalogue[event]
    return alsoChat || !isLegalNotice
  })
  if (other) {
    throw new Error(`${other.event} is no legal notice: queueMessages has to find its way`)
  }
  return buildQueued({
    ...late,
    messages: messages.map((message) => ({ message, ways: ['email'] as const })),
  })
}

/** By which ways each message goes; what everybody must be told asks nobody. */
const route = async (
  tx: Pick<Tx, 'payload' | 'rows'>,
  messages: readonly QueuedMessage[],
): Promise<RoutedMessage[]> => {
  const optional = messages.filter(({ event }) => {
    const { alsoChat, isLegalNotice } = messageCatalogue[event]
    return alsoChat || !isLegalNotice
  })
  const choices = await findChoices(
    tx,
    optional.map(({ recipient }) => recipient.address),
  )
  const { chat } = notificationsRuntime.get(tx.payload)
  return messages.map((message) => ({
    message,
    ways:
      message.ways ??
      resolveWays({
        chat: chat.id,
        choice: choices.get(message.recipient.address) ?? DEFAULT_CHOICE,
        definition: messageCatalogue[message.event],
        hasPhone: isChatNumber(message.recipient.phone),
      }),
  }))
}

/**
 * Puts messages into the outbox and their deliveries into the queue, in the caller's transaction and
 * in one statement however many they are. Whatever was queued before is left alone.
 *
 * @param args.along Further parts of that statement, e.g. ``sql`closed as (update …)` ``
 */
export const queueMessages = async (args: {
  along?: SQL | undefined
  messages: readonly QueuedMessage[]
  tx: Pick<Tx, 'payload' | 'rows'>
}): Promise<void> => {
  const { along, tx } = args
  const messages = await route(tx, args.messages)
  const parts = [
    ...(along ? [along] : []),
    ...(messages.length > 0 ? [buildQueued({ messages })] : []),
  ]
  if (parts.length > 0) {
    const read = messages.length > 0 ? sql`select count(job) from queued` : sql`select 1`
    await tx.rows(sql`with ${sql.join(parts, sql`, `)} ${read}`)
  }
}

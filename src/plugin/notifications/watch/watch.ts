import type { Payload } from 'payload'

import type { Way } from '../choices/routes'
import type { QueuedMessage, StuckParams } from '../schema'

import { queryRows, runInTransaction, sql, type Tx } from '../../kernel/payload'
import { queueMessages } from '../queueMessages'
import { notificationsRuntime } from '../runtime'
import { findWaiting, waitingUrlOf } from './findWaiting'
import { findSilenceStep, isHeldUp, type Waiting } from './rules'

type Silence = { params: StuckParams; step: string }

type Past = { lastSentAt: null | string; reason: null | string }

/** What went out last, and why what waits does not; asked only when something has waited too long. */
const findPast = async (payload: Payload, channel: Way): Promise<Past> => {
  const [past] = await queryRows<Past>(
    payload,
    sql`select (select max(sent_at) from notifications where channel = ${channel}) as "lastSentAt",
      (select last_error from notifications where channel = ${channel}
        and state in ('queued', 'sending') and last_error is not null
        order by updated_at desc limit 1) as reason`,
  )
  return past ?? { lastSentAt: null, reason: null }
}

/** A silence has the time of the last success for its name: until the next one it is the same. */
const findSilence = async (args: {
  now: Date
  payload: Payload
  waiting: Waiting
}): Promise<Silence | undefined> => {
  const { now, payload, waiting } = args
  const { serverUrl, stuckAfterMinutes } = notificationsRuntime.get(payload)
  const limitMs = stuckAfterMinutes * 60_000
  if (!isHeldUp({ limitMs, now, waiting })) {
    return undefined
  }
  const { channel, count, since } = waiting
  const past = await findPast(payload, channel)
  const lastSentAt = past.lastSentAt ? new Date(past.lastSentAt) : undefined
  const step = findSilenceStep({ lastSentAt, limitMs, now, waiting })
  const params = {
    channel,
    count,
    ...(lastSentAt ? { lastSentAt: lastSentAt.toISOString() } : {}),
    reason: past.reason ?? '',
    since: since.toISOString(),
    url: `${serverUrl}${waitingUrlOf(payload, channel)}`,
  }
  return step === 0
    ? undefined
    : { params, step: `${lastSentAt?.toISOString() ?? 'never'}/${step}` }
}

/**
 * To every admin by e-mail. When that is what is silent, it reaches them once mail goes again, so the
 * shop's own telephone rings beforehand, where the shop can write to it without a hand.
 */
const buildAlarms = async (tx: Tx, { params, step }: Silence): Promise<QueuedMessage[]> => {
  const { chat, contact, findStaff, shopName } = notificationsRuntime.get(tx.payload)
  const alarm = {
    event: 'message.stuck',
    params,
    step,
    subject: { id: params.channel, type: 'outbox' },
  } as const
  const kind = { kind: 'staff', locale: 'id' } as const
  const mails = (await findStaff(tx)).map((reader) => ({
    ...alarm,
    recipient: { ...reader, ...kind },
  }))
  if (params.channel !== 'email' || chat.id === 'wa.me' || !contact.whatsapp) {
    return mails
  }
  const recipient = {
    ...kind,
    address: contact.email,
    name: shopName,
    phone: `+${contact.whatsapp}`,
  }
  return [...mails, { ...alarm, recipient, ways: ['whatsapp'] }]
}

/**
 * Alarms the staff about every channel by which nothing goes out although messages wait; once per
 * silence and step, because the outbox knows each alarm by its key.
 */
export const watchChannels = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  for (const waiting of await findWaiting(payload)) {
    const silence = await findSilence({ now, payload, waiting })
    if (silence) {
      await runInTransaction(payload, async (tx) =>
        queueMessages({ messages: await buildAlarms(tx, silence), tx }),
      )
      payload.logger.error({
        msg: `${waiting.count} messages wait and none goes out by ${waiting.channel}`,
        silence: silence.step,
      })
    }
  }
}

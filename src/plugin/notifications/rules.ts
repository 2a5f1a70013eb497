import type { NotificationChannel, QueuedMessage } from './schema'

import { type NotificationState, WAITING_FOR_A_HAND } from './states'

/**
 * The business key: one fact, one recipient, one channel, one message for ever. A second attempt to
 * queue it meets the unique index and does nothing.
 */
export const notificationKey = (message: QueuedMessage, channel: NotificationChannel): string =>
  [
    message.event,
    message.subject.type,
    message.subject.id,
    message.step ?? '',
    message.recipient.address.trim().toLowerCase(),
    channel,
  ]
    .map((part) => part.replaceAll(':', '%3A'))
    .join(':')

/** Half of a surrogate pair: Postgres refuses it in JSON, as it refuses NUL anywhere. */
const LONE_SURROGATE = /\p{Surrogate}/gu

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').replace(LONE_SURROGATE, '\uFFFD') : value

/** JSON that Postgres takes whatever a customer typed: a mail must never stop money. */
export const toStorableJson = (value: unknown): string => JSON.stringify(value, storable)

/** Whether a telephone can be written to: E.164, as orders and accounts keep it. */
export const isChatNumber = (phone: null | string | undefined): phone is string =>
  typeof phone === 'string' && /^\+?[1-9]\d{7,14}$/.test(phone)

/** What becomes of a message that somebody says he has sent by hand. */
export type MarkOutcome = 'alreadySent' | 'notFound' | 'notWaiting' | 'sent'

/** As much of a message as decides whether it can be noted as sent by hand. */
export type MarkSubject = { channel: string; state: NotificationState }

/** Whether a message waits for a hand: only then may a person say that he has sent it. */
export const findMarkOutcome = (message: MarkSubject | undefined): MarkOutcome => {
  if (!message) {
    return 'notFound'
  }
  const { channel, state } = message
  if (channel !== 'whatsapp') {
    return 'notWaiting'
  }
  if (state === 'sent') {
    return 'alreadySent'
  }
  return WAITING_FOR_A_HAND.includes(state) ? 'sent' : 'notWaiting'
}

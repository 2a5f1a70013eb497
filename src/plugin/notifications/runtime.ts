import type { Payload } from 'payload'

import type { ChatChannel } from './port'
import type { MessageParams, Notification, NotificationEvent } from './schema'

import { defineRuntime, type Tx } from '../kernel/payload'

/** Whether the reason for a message still holds. Asked just before it leaves. */
export type ReasonCheck = (args: {
  notification: Notification
  payload: Payload
}) => Promise<boolean>

/** Fills in what must not lie in the outbox. Asked as the message leaves, and by nobody who only looks. */
export type Reveal<E extends NotificationEvent> = (args: {
  params: MessageParams<E>
  payload: Payload
}) => Promise<MessageParams<E>>

/** Wiring of the notifications feature. */
export type NotificationsRuntime = {
  /** The shop's way into WhatsApp. */
  chat: ChatChannel
  /** How customers reach a person; the mail's footer. */
  contact: { email: string; whatsapp?: string }
  /** Whom news for the shop itself reach, read in the caller's transaction. */
  findStaff: (tx: Pick<Tx, 'rows'>) => Promise<{ address: string; name: string }[]>
  /** Multiplies the limits of the channels; 0 switches them off. */
  rateFactor: number
  /** Per event; without one the message says what the outbox says. */
  reveal?: { [E in NotificationEvent]?: Reveal<E> }
  /** Signs the links that switch optional messages off. */
  secret: string
  /** Public address of the shop, without a path. */
  serverUrl: string
  /** Name at the head of every mail. */
  shopName: string
  /** How long nothing may go out by a channel, although messages wait, before staff are alarmed. */
  stuckAfterMinutes: number
  /** Per event; without one the message always goes. A feature above us answers for its own events. */
  stillWanted?: Partial<Record<NotificationEvent, ReasonCheck>>
}

export const notificationsRuntime = defineRuntime<NotificationsRuntime>('notifications')

import type { Payload } from 'payload'

import type { Notification } from '../schema'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql } from '../../kernel/payload'
import { NOTIFICATION_COLUMNS } from '../deliver/ledger'
import { isStillWanted } from '../deliver/deliver'
import { notificationsRuntime } from '../runtime'
import { WAITS_FOR_A_HAND } from './findByHand'
import { renderChat } from './renderChat'

const setState = async (args: {
  id: string
  payload: Payload
  state: 'dropped' | 'opened' | 'sent'
}): Promise<Notification | undefined> => {
  const { id, payload, state } = args
  const [row] = await queryRows<Notification>(
    payload,
    sql`update notifications set state = ${state}, updated_at = now(),
        sent_at = case when ${state} = 'sent' then now() else sent_at end
      where id = ${id} and ${WAITS_FOR_A_HAND}
      returning ${NOTIFICATION_COLUMNS}`,
  )
  return row
}

/**
 * Opens a message that a person sends: answers the address that opens WhatsApp with the text ready, and
 * notes that it was opened, which is not yet sent. One whose reason is gone is dropped instead.
 *
 * @throws DomainError `notFound` when it does not wait for a hand, `message.noLongerWanted`,
 * `message.notByHand` in a shop that has changed to another way into WhatsApp
 */
export const openByHand = async (args: {
  id: string
  payload: Payload
}): Promise<{ text: string; url: string }> => {
  const { id, payload } = args
  const { chat } = notificationsRuntime.get(payload)
  if (chat.id !== 'wa.me') {
    // Any other way would send it here and now, and again from the hand.
    throw new DomainError('message.notByHand')
  }
  const notification = await setState({ id, payload, state: 'opened' })
  if (!notification) {
    throw new DomainError('notFound', { subject: 'notification' })
  }
  if (!(await isStillWanted({ notification, payload }))) {
    await setState({ id, payload, state: 'dropped' })
    throw new DomainError('message.noLongerWanted')
  }
  const message = renderChat({ notification, payload })
  const outcome = await chat.send(message)
  if (outcome.state !== 'manual') {
    throw new DomainError('notFound', { subject: 'notification' })
  }
  return { text: message.text, url: outcome.openUrl }
}

/**
 * Notes that a person has pressed send in WhatsApp.
 *
 * @throws DomainError `notFound` when the message does not wait for a hand
 */
export const markSentByHand = async (args: { id: string; payload: Payload }): Promise<void> => {
  if (!(await setState({ ...args, state: 'sent' }))) {
    throw new DomainError('notFound', { subject: 'notification' })
  }
}

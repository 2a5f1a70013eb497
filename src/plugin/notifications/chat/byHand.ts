import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { queryRows, runInTransaction, sql } from '../../kernel/payload'
import { isStillWanted } from '../deliver/deliver'
import { revealMessage } from '../deliver/reveal'
import { type DeedBy, doDeed } from '../doDeed'
import { notificationsRuntime } from '../runtime'
import { WAITS_FOR_A_HAND } from './findByHand'
import { renderChat } from './renderChat'

const BY_HAND = sql`channel = 'whatsapp'`

const drop = (payload: Payload, id: string): Promise<unknown> =>
  queryRows(
    payload,
    sql`update notifications set state = 'dropped', updated_at = now()
      where id = ${id} and ${WAITS_FOR_A_HAND}`,
  )

/**
 * Opens a message that a person sends: answers the address that opens WhatsApp with the text ready, and
 * notes that it was opened, which is not yet sent. One whose reason is gone is dropped instead.
 *
 * @throws DomainError `notFound` when it does not wait for a hand, `message.noLongerWanted`,
 * `message.notByHand` in a shop that has changed to another way into WhatsApp
 */
export const openByHand = async (
  args: { payload: Payload } & DeedBy,
): Promise<{ text: string; url: string }> => {
  const { payload, ...by } = args
  const { chat } = notificationsRuntime.get(payload)
  if (chat.id !== 'wa.me') {
    // Any other way would send it here and now, and again from the hand.
    throw new DomainError('message.notByHand')
  }
  const notification = await runInTransaction(payload, (tx) =>
    doDeed({ ...by, deed: 'open', only: BY_HAND, tx }),
  )
  if (!(await isStillWanted({ notification, payload }))) {
    await drop(payload, by.id)
    throw new DomainError('message.noLongerWanted')
  }
  const revealed = await revealMessage({ notification, payload })
  const message = renderChat({ notification: revealed, payload })
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
export const markSentByHand = async (args: { payload: Payload } & DeedBy): Promise<void> => {
  const { payload, ...by } = args
  await runInTransaction(payload, (tx) =>
    doDeed({ ...by, deed: 'markSent', only: BY_HAND, set: sql`sent_at = now()`, tx }),
  )
}

import type { Payload } from 'payload'

import type { Notification } from '../schema'
import type { Ending } from './ledger'

import { buildOptOutUrl, signOptOut } from '../choices/optOut'
import { messageCatalogue } from '../messages'
import { buildInvitation } from '../mail/invite'
import { renderMail } from '../mail/renderMail'
import { notificationsRuntime } from '../runtime'
import { buildEnvelope } from './envelope'
import { revealMessage } from './reveal'

/** Longer than every wait of the transport together; a server that drips cannot hold us for ever. */
const SEND_LIMIT_MS = 60_000

const withinLimit = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server took too long')), SEND_LIMIT_MS)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Where the reader of a message that he need not get can say so; nothing for legal notices. */
const optOutOf = (
  notification: Notification,
  payload: Payload,
): { optOutPost: string; optOutUrl: string } | undefined => {
  if (messageCatalogue[notification.event].isLegalNotice) {
    return undefined
  }
  const { secret, serverUrl } = notificationsRuntime.get(payload)
  const token = signOptOut({ address: notification.recipientAddress, secret })
  return {
    optOutPost: `${serverUrl}${payload.config.routes.api}/shop/opt-out/${token}`,
    optOutUrl: buildOptOutUrl({ locale: notification.locale, serverUrl, token }),
  }
}

/**
 * Sends one message over SMTP.
 *
 * @throws the transport's error; see `classifyMailFault`
 */
export const sendMail = async (args: {
  notification: Notification
  payload: Payload
}): Promise<Ending> => {
  const { notification, payload } = args
  const domain = payload.email.defaultFromAddress.split('@').at(-1) ?? 'localhost'
  const optOut = optOutOf(notification, payload)
  const envelope = buildEnvelope({ domain, notification, optOutPost: optOut?.optOutPost })
  if (!envelope) {
    return { error: 'The recipient’s address is not a mailbox', state: 'dead' }
  }
  const { contact, shopName } = notificationsRuntime.get(payload)
  const frame = { contact, shopName, ...(optOut ? { optOutUrl: optOut.optOutUrl } : {}) }
  const message = await revealMessage({ notification, payload })
  const mail = await renderMail({ ...message, frame })
  const invitation = buildInvitation({ from: payload.email, notification })
  await withinLimit(payload.sendEmail({ ...envelope, ...mail, ...invitation }))
  return { messageId: envelope.messageId, state: 'sent' }
}

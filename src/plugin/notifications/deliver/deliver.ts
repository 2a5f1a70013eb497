import type { TaskContext } from '../../kernel/queue'
import type { Notification } from '../schema'

import { renderMail } from '../mail/renderMail'
import { notificationsRuntime } from '../runtime'
import { classifyMailFault } from './classify'
import { buildEnvelope } from './envelope'
import { claimNotification, endAttempt, type Ending } from './ledger'

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

const isStillWanted = async (args: {
  context: TaskContext
  notification: Notification
}): Promise<boolean> => {
  const { notification } = args
  const { payload } = args.context
  const check = notificationsRuntime.get(payload).stillWanted?.[notification.event]
  return check ? check({ notification, payload }) : true
}

const send = async (args: {
  context: TaskContext
  notification: Notification
}): Promise<Ending> => {
  const { notification } = args
  const { payload } = args.context
  const domain = payload.email.defaultFromAddress.split('@').at(-1) ?? 'localhost'
  const envelope = buildEnvelope({ domain, notification })
  if (!envelope) {
    return { error: 'The recipient’s address is not a mailbox', state: 'dead' }
  }
  const { contact, shopName } = notificationsRuntime.get(payload)
  const mail = await renderMail({ ...notification, frame: { contact, shopName } })
  await withinLimit(payload.sendEmail({ ...envelope, ...mail }))
  return { messageId: envelope.messageId, state: 'sent' }
}

const attempt = async (args: {
  context: TaskContext
  notification: Notification
}): Promise<{ ending: Ending; error?: unknown }> => {
  try {
    if (!(await isStillWanted(args))) {
      return { ending: { state: 'dropped' } }
    }
    return { ending: await send(args) }
  } catch (error) {
    const { permanent, reason } = classifyMailFault(error)
    const isLast = args.context.attempt >= args.context.maxAttempts
    return permanent || isLast
      ? { ending: { error: reason, state: 'dead' } }
      : { ending: { error: reason, state: 'queued' }, error }
  }
}

/**
 * Delivers one message: takes it in hand, asks whether its reason still holds, renders, sends, notes
 * the ending. What may pass is thrown on, so that the queue tries again.
 */
export const deliver = async (args: { context: TaskContext; id: string }): Promise<void> => {
  const { context, id } = args
  const { payload } = context
  const notification = await claimNotification({ id, payload })
  if (!notification) {
    return
  }
  const { ending, error } = await attempt({ context, notification })
  await endAttempt({ ending, notification, payload })
  if (ending.state === 'dead') {
    payload.logger.error({ msg: `Message ${id} (${notification.event}) is undeliverable` })
  }
  if (error !== undefined) {
    throw error
  }
}

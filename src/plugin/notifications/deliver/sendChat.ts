import type { Payload } from 'payload'

import type { Notification } from '../schema'
import type { Ending } from './ledger'

import { DomainError } from '../../kernel/errors'
import { takeRateToken } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { renderChat } from '../chat/renderChat'
import { resolveRingAt } from '../choices/routes'
import { messageCatalogue } from '../messages'
import { notificationsRuntime } from '../runtime'
import { revealMessage } from './reveal'

/** What a number may send without looking like a machine gun; WhatsApp bans for less. */
const PER_MINUTE = { limit: 60, windowSeconds: 60 }

/** Seconds until the channel may send again; nothing when it may now. */
const findWait = async (payload: Payload): Promise<number | undefined> => {
  const { rateFactor: factor } = notificationsRuntime.get(payload)
  try {
    await takeRateToken({ bucket: 'messages.whatsapp', factor, payload, rate: PER_MINUTE })
    return undefined
  } catch (error) {
    if (error instanceof DomainError && error.code === 'rateLimited') {
      return Number(error.details.retryAfterSeconds ?? PER_MINUTE.windowSeconds)
    }
    throw error
  }
}

/** Milliseconds for which telephones still rest; none for what its reader waits for. */
const findRest = ({ event }: Notification): number => {
  const now = clock.now()
  return messageCatalogue[event].isAwaited ? 0 : resolveRingAt(now).getTime() - now.getTime()
}

/** Sends one message by WhatsApp, or hands it to a person; see the port for the ends. */
export const sendChat = async (args: {
  notification: Notification
  payload: Payload
}): Promise<Ending> => {
  const { notification, payload } = args
  const { chat } = notificationsRuntime.get(payload)
  if (chat.id === 'wa.me') {
    return { state: 'manual' }
  }
  if (notification.isRetaken) {
    // A mail is known by its Message-ID when it comes twice. A chat is not: nobody sends it blindly again.
    return { error: 'The sender died before it knew whether WhatsApp took it', state: 'unknown' }
  }
  const restMs = findRest(notification)
  if (restMs > 0) {
    return { error: 'It is night: telephones rest until eight', state: 'queued', waitMs: restMs }
  }
  const wait = await findWait(payload)
  if (wait !== undefined) {
    return { error: 'The channel’s limit is reached', state: 'queued', waitMs: wait * 1000 }
  }
  const message = await revealMessage({ notification, payload })
  const outcome = await chat.send(renderChat({ notification: message, payload }))
  switch (outcome.state) {
    case 'accepted':
      return { messageId: outcome.providerId, state: 'sent' }
    case 'manual':
      return { state: 'manual' }
    case 'rejected':
      return { error: outcome.reason, state: 'dead' }
    case 'unknown':
      return { error: outcome.reason, state: 'unknown' }
    case 'unavailable':
      return {
        error: outcome.reason,
        state: 'queued',
        ...(outcome.retryAfterMs === undefined ? {} : { waitMs: outcome.retryAfterMs }),
      }
  }
}

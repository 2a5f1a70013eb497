import type { ChatChannel, ChatMessage, ChatOutcome } from '../../../notifications/port'
import type { CloudOptions, CloudSettings } from '../options'

import { fieldOf, textOf } from '../answer'
import { apiUrl, type HttpAnswer, post } from '../http'
import { findFault } from '../limits'
import { resolveCloud } from '../options'
import { reasonOf } from '../reason'
import { refusalOf } from './failure'
import { cloudBody, findCloudFault } from './payload'
import { sameText } from './signature'
import { readCloudWebhook } from './webhook'

/**
 * Meta's Cloud API (developers.facebook.com/docs/whatsapp/cloud-api): official, with reports and
 * replies. Outside 24 hours after the customer's last message only approved templates arrive.
 */
export function createCloudChannel(options: CloudOptions): ChatChannel {
  const settings = resolveCloud(options)
  return {
    answerSubscription: (query) => answerSubscription({ query, settings }),
    capabilities: { document: 'url', statusWebhook: true, template: true, text: true },
    id: 'cloud',
    official: true,
    readWebhook: (received) => readCloudWebhook({ ...received, settings }),
    send: (message) => send({ message, settings }),
  }
}

async function send({
  message,
  settings,
}: {
  message: ChatMessage
  settings: CloudSettings
}): Promise<ChatOutcome> {
  const fault = findFault(message) ?? findCloudFault(message)
  if (fault) return fault
  const end = await post({
    body: JSON.stringify(cloudBody(message)),
    headers: { authorization: `Bearer ${settings.token}`, 'content-type': 'application/json' },
    timeoutMs: settings.timeoutMs,
    url: apiUrl({
      base: settings.graphUrl,
      path: `/${settings.version}/${settings.phoneNumberId}/messages`,
    }),
  })
  if (end.kind === 'notSent') return { reason: end.reason, state: 'unavailable' }
  if (end.kind === 'lost') return { reason: end.reason, state: 'unknown' }
  return end.status >= 200 && end.status < 300 ? readSuccess(end) : refused({ end, settings })
}

function readSuccess({ json, status }: HttpAnswer): ChatOutcome {
  const messages = fieldOf(json, 'messages')
  const providerId = textOf(Array.isArray(messages) ? messages[0] : undefined, 'id')
  return providerId === ''
    ? { reason: `HTTP ${status} without a message id`, state: 'unknown' }
    : { providerId, state: 'accepted' }
}

function refused({ end, settings }: { end: HttpAnswer; settings: CloudSettings }): ChatOutcome {
  const outcome = refusalOf(end)
  const secrets = [settings.token, settings.appSecret]
  return { ...outcome, reason: reasonOf(outcome.reason, secrets) }
}

/** Meta asks once with GET; the answer is its own challenge, as plain text. */
function answerSubscription({
  query,
  settings,
}: {
  query: URLSearchParams
  settings: CloudSettings
}): string | undefined {
  const challenge = query.get('hub.challenge') ?? ''
  const isOurs = sameText({
    expected: settings.verifyToken,
    received: query.get('hub.verify_token') ?? '',
  })
  if (query.get('hub.mode') !== 'subscribe' || !isOurs) return undefined
  return /^[\w.-]{1,200}$/.test(challenge) ? challenge : undefined
}

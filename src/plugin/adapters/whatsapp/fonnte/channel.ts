import type { ChatChannel, ChatMessage, ChatOutcome } from '../../../notifications/port'
import type { FonnteOptions, FonnteSettings } from '../options'

import { fieldOf, textOf } from '../answer'
import { apiUrl, type HttpAnswer, post } from '../http'
import { findFault, findLength } from '../limits'
import { resolveFonnte } from '../options'
import { reasonOf } from '../reason'
import { refusalOf } from './failure'

const MAX_TEXT = 60_000

/**
 * Fonnte (docs.fonnte.com, "API Send Message"): a phone of the shop that is linked to their service.
 * WhatsApp does not allow it and may ban the number. Their webhooks are not signed, so none is read.
 */
export function createFonnteChannel(options: FonnteOptions): ChatChannel {
  const settings = resolveFonnte(options)
  return {
    capabilities: { document: 'url', statusWebhook: false, template: false, text: true },
    id: 'fonnte',
    official: false,
    send: (message) => send({ message, settings }),
  }
}

async function send({
  message,
  settings,
}: {
  message: ChatMessage
  settings: FonnteSettings
}): Promise<ChatOutcome> {
  const fault = findFault(message) ?? findLength({ max: MAX_TEXT, text: message.text })
  if (fault) return fault
  const end = await post({
    body: fonnteForm(message),
    headers: { authorization: settings.token },
    timeoutMs: settings.timeoutMs,
    url: apiUrl({ base: settings.url, path: '/send' }),
  })
  if (end.kind === 'notSent') return { reason: end.reason, state: 'unavailable' }
  if (end.kind === 'lost') return { reason: end.reason, state: 'unknown' }
  const outcome = readAnswer(end)
  return 'reason' in outcome
    ? { ...outcome, reason: reasonOf(outcome.reason, [settings.token]) }
    : outcome
}

function fonnteForm({ document, text, to }: ChatMessage): URLSearchParams {
  const form = new URLSearchParams({ countryCode: '62', message: text, target: to })
  if (document) {
    form.set('filename', document.filename)
    form.set('url', document.url)
  }
  return form
}

/** HTTP 200 says nothing: the body's `status` does, and it names one id for every target. */
function readAnswer(end: HttpAnswer): ChatOutcome {
  if (fieldOf(end.json, 'status') !== true) return refusalOf(end)
  const ids: unknown = fieldOf(end.json, 'id')
  const first: unknown = Array.isArray(ids) ? ids[0] : ids
  const isId = typeof first === 'string' || typeof first === 'number'
  const providerId = isId ? String(first) : textOf(end.json, 'requestid')
  return providerId === ''
    ? { reason: 'taken without a message id', state: 'unknown' }
    : { providerId, state: 'accepted' }
}

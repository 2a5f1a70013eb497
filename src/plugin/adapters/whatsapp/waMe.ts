import type { ChatChannel, ChatMessage, ChatOutcome } from '../../notifications/port'

import { findFault } from './limits'

/** Above this, browsers and phones begin to cut addresses or to refuse them. */
const MAX_URL_LENGTH = 8_000

/**
 * WhatsApp's own links (faq.whatsapp.com, "How to use click to chat"): a member of staff opens one,
 * reads the message and presses send. Needs no account and no approval.
 */
export function createWaMeChannel(): ChatChannel {
  return {
    capabilities: { document: 'none', statusWebhook: false, template: false, text: true },
    id: 'wa.me',
    official: true,
    send: (message) => Promise.resolve(findFault(message) ?? linkTo(message)),
  }
}

function linkTo({ text, to }: ChatMessage): ChatOutcome {
  const openUrl = `https://wa.me/${to}?text=${encodeURIComponent(wellFormed(text))}`
  return openUrl.length > MAX_URL_LENGTH
    ? { reason: `the link has more than ${MAX_URL_LENGTH} characters`, state: 'rejected' }
    : { openUrl, state: 'manual' }
}

/** Half an emoji cannot be encoded. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

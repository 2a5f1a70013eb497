import type { Locale } from '../kernel/errors'

/** Which way into WhatsApp a shop uses. */
export type ChatChannelId = 'cloud' | 'fonnte' | 'wa.me'

/** One message to one telephone. */
export type ChatMessage = {
  /** A file that the vendor fetches by itself; for channels whose `document` is `url`. */
  document?: { filename: string; url: string }
  /** The message's row in the outbox: comes back in the vendor's reports where it can. */
  reference: string
  /** An approved template, for channels that may not write freely. */
  template?: {
    /** What follows the fixed part of the template's link button. */
    buttonSuffix?: string
    language: Locale
    name: string
    /** In the order of the template's `{{1}}`, `{{2}}`. One line each. */
    parameters: readonly string[]
  }
  /** The whole message, ready to be read. */
  text: string
  /** E.164 digits without the plus sign. */
  to: string
}

/**
 * How an attempt ended. `manual`: a person sends it, by opening `openUrl`. `accepted`: the vendor has
 * it and named it. `rejected`: it will never be taken. `unavailable`: certainly not taken, try again.
 * `unknown`: it may have been taken, and sending again may say it twice.
 */
export type ChatOutcome =
  | { openUrl: string; state: 'manual' }
  | { providerId: string; state: 'accepted' }
  | { reason: string; retryAfterMs?: number; state: 'unavailable' }
  | { reason: string; state: 'rejected' }
  | { reason: string; state: 'unknown' }

/** What the vendor reports later about one message. */
export type ChatReport = {
  at: Date
  providerId: string
  /** Our `reference`, where the vendor repeats it. */
  reference?: string
  reason?: string
  state: 'delivered' | 'failed' | 'read' | 'sent'
}

/** What a customer wrote to the shop's number. */
export type ChatReply = { at: Date; from: string; providerId: string; text: string }

/** Everything in one call of the vendor. */
export type ChatNews = { replies: readonly ChatReply[]; reports: readonly ChatReport[] }

/** A way to send WhatsApp messages. */
export type ChatChannel = {
  /** Answers Meta's question at subscription; undefined refuses it. */
  answerSubscription?: (query: URLSearchParams) => string | undefined
  capabilities: {
    document: 'none' | 'url'
    statusWebhook: boolean
    template: boolean
    text: boolean
  }
  id: ChatChannelId
  /** Whether WhatsApp itself allows this way. */
  official: boolean
  /** Reads a call of the vendor; undefined when its signature is not genuine or its body unreadable. */
  readWebhook?: (args: { headers: Headers; rawBody: string }) => ChatNews | undefined
  /** Never throws: every end has its name. */
  send: (message: ChatMessage) => Promise<ChatOutcome>
}

import type { Chats } from './chats'
import type { SimulatorConfig } from './config'
import type { Credentials } from './control/schema'
import type { Fault } from './faults'
import type { WebhookSender } from './webhooks/sender'

/** The two vendors that one simulator plays. */
export type Vendor = 'cloud' | 'fonnte'

/** How far a message of the shop has come. */
export type MessageState = 'delivered' | 'failed' | 'read' | 'sent'

/** One message of a chat, written by the shop (`out`) or by the person (`in`). */
export type KeptMessage = {
  at: number
  button?: string
  direction: 'in' | 'out'
  document?: { filename: string; url: string }
  /** Why it failed. */
  error?: { code: number; title: string }
  id: string
  /** The person's number. */
  number: string
  /** `biz_opaque_callback_data`. */
  reference?: string
  /** Latest last, as they happened. */
  states: { at: number; state: MessageState }[]
  template?: { language: string; name: string; parameters: string[] }
  text: string
  vendor: Vendor
}

/** One call of the shop as it arrived, for tests that compare to the letter. */
export type ReceivedCall = {
  body: string
  headers: { authorization: string; contentType: string }
  path: string
  vendor: Vendor
}

/** What an API answers. */
export type ApiAnswer = { headers?: Record<string, string>; json: unknown; status: number }

/** The state behind the server. */
export type Simulator = {
  calls: ReceivedCall[]
  chats: Chats
  config: SimulatorConfig
  credentials: Credentials
  faults: Fault[]
  now: () => number
  sender: WebhookSender
}

import type { Locale } from '../../kernel/errors'
import type { MailBlock, OrderParams } from '../schema'

/** What one message says, free of how it looks: mail, plain text and later chat are made of it. */
export type MessageContent = {
  /** The number that matters, already written as money. */
  amount?: { label: string; value: string }
  /** A longer text under the button, of people's own making. */
  body?: readonly MailBlock[]
  button: { label: string; url: string }
  /** The WIB day that matters, in the reader's spelling: until when, or since when. */
  day?: string
  /** Short rows under the button. */
  facts: readonly { href?: string; label: string; value: string }[]
  greeting?: string
  heading: string
  /** One or two sentences above the amount. */
  intro: string
  /** Whether it asks for money; unsaid, a warning with an amount does. */
  isClaim?: boolean
  items: readonly { amount: string; title: string }[]
  /** Closing sentences. */
  notes: readonly string[]
  /** What the inbox shows beside the subject. */
  preheader: string
  /** Number of the order that it is about. */
  reference?: string
  subject: string
  /** Colour of the stripe at the top. */
  tone: 'brand' | 'danger' | 'warning'
}

/** One event's message in both languages. */
export type MessageTemplate<Params = OrderParams> = (args: {
  locale: Locale
  params: Params
}) => MessageContent

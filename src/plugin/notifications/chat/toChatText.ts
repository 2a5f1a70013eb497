import type { MessageContent } from '../messages/content'
import type { MailFrame } from '../mail/MailLayout'

import { IF_PAID } from '../messages/phrases'

/** WhatsApp refuses longer texts (Cloud API, `text.body`); links of `wa.me` break far earlier. */
const MAX_LENGTH = 3_500
/** Of what people have written: the link must not be cut off. */
const MAX_WORDS = 600

const SAFETY = {
  en: (host: string) => `Our only address is ${host}. We never ask for your PIN or OTP.`,
  id: (host: string) =>
    `Alamat resmi kami hanya ${host}. Kami tidak pernah meminta PIN atau OTP Anda.`,
}

/** Signs that WhatsApp reads as bold, italic, struck or code; an editor's or customer's are taken out. */
const plain = (text: string): string => text.replace(/[*_~`]/g, '')

const strong = (text: string): string => `*${plain(text).trim()}*`

const shorten = (words: string): string => {
  const letters = Array.from(words)
  return letters.length > MAX_WORDS ? `${letters.slice(0, MAX_WORDS - 1).join('')}…` : words
}

/** The same message for WhatsApp: short lines, the link by itself, and how to tell us from impostors. */
export const toChatText = (args: {
  content: MessageContent
  frame: Omit<MailFrame, 'optOutUrl'>
}): string => {
  const { content, frame } = args
  const { amount, body = [], button, facts, greeting, heading, intro } = content
  const asksForMoney = amount && (content.isClaim ?? content.tone !== 'brand')
  const parts = [
    strong(`${frame.shopName}: ${heading}`),
    [greeting, intro]
      .filter(Boolean)
      .map((line) => plain(line ?? ''))
      .join('\n'),
    shorten(body.map(({ text }) => plain(text).trim()).join('\n')),
    [
      amount ? `${amount.label}: ${strong(amount.value)}` : '',
      ...facts.slice(0, 3).map(({ label, value }) => `${label}: ${plain(value)}`),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    `${button.label}:\n${button.url}`,
    `${asksForMoney ? `${IF_PAID[frame.locale]}\n` : ''}${SAFETY[frame.locale](new URL(button.url).host)}`,
  ]
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, MAX_LENGTH)
}

import type { MessageContent } from '../messages/content'
import type { MailFrame } from '../mail/MailLayout'

/** WhatsApp refuses longer texts (Cloud API, `text.body`); links of `wa.me` break far earlier. */
const MAX_LENGTH = 3_500

const SAFETY = {
  en: (host: string) => `Our only address is ${host}. We never ask for your PIN or OTP.`,
  id: (host: string) =>
    `Alamat resmi kami hanya ${host}. Kami tidak pernah meminta PIN atau OTP Anda.`,
}

const PAID = {
  en: 'Please ignore this message if you have paid already.',
  id: 'Abaikan pesan ini bila Anda sudah membayar.',
}

/** Signs that WhatsApp reads as bold, italic, struck or code; an editor's or customer's are taken out. */
const plain = (text: string): string => text.replace(/[*_~`]/g, '')

const strong = (text: string): string => `*${plain(text).trim()}*`

/** The same message for WhatsApp: short lines, the link by itself, and how to tell us from impostors. */
export const toChatText = (args: {
  content: MessageContent
  frame: Omit<MailFrame, 'optOutUrl'>
}): string => {
  const { content, frame } = args
  const { amount, button, facts, greeting, heading, intro } = content
  const parts = [
    strong(`${frame.shopName}: ${heading}`),
    [greeting, intro]
      .filter(Boolean)
      .map((line) => plain(line ?? ''))
      .join('\n'),
    [
      amount ? `${amount.label}: ${strong(amount.value)}` : '',
      ...facts.slice(0, 3).map(({ label, value }) => `${label}: ${plain(value)}`),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    `${button.label}:\n${button.url}`,
    `${amount && content.tone !== 'brand' ? `${PAID[frame.locale]}\n` : ''}${SAFETY[frame.locale](new URL(button.url).host)}`,
  ]
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, MAX_LENGTH)
}

import type { MessageContent } from '../messages/content'
import type { MailBlock } from '../schema'
import type { MailFrame } from './MailLayout'

const OPT_OUT = {
  en: 'To stop messages like this one:',
  id: 'Berhenti menerima pesan seperti ini:',
}

const CLOSING = {
  en: 'Questions? Write to',
  id: 'Ada pertanyaan? Tulis ke',
}

const MARKS = { heading: '# ', item: '- ', paragraph: '', quote: '> ' }

const mark = ({ kind, text }: MailBlock): string =>
  `${MARKS[kind]}${kind === 'quote' ? text.replaceAll('\n', `\n${MARKS.quote}`) : text}`

const block = (lines: readonly (string | undefined)[]): string =>
  lines.filter((line) => line !== undefined && line !== '').join('\n')

/** The same message for programs that show no HTML, and for those who listen to it. */
export const toText = (args: { content: MessageContent; frame: MailFrame }): string => {
  const { content, frame } = args
  const { contact, locale, shopName } = frame
  const whatsapp = contact.whatsapp ? ` · WhatsApp +${contact.whatsapp}` : ''
  return [
    content.heading,
    block([content.greeting, content.intro]),
    content.amount ? `${content.amount.label}: ${content.amount.value}` : '',
    ...(content.body ?? []).map(mark),
    block([`${content.button.label}:`, content.button.url]),
    block(content.items.map((item) => `- ${item.title}: ${item.amount}`)),
    block(content.facts.map((fact) => `${fact.label}: ${fact.value}`)),
    block(content.notes),
    block(['--', `${CLOSING[locale]} ${contact.email}${whatsapp}`, shopName]),
    frame.optOutUrl ? block([OPT_OUT[locale], frame.optOutUrl]) : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

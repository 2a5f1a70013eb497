import type { Locale } from '../../kernel/errors'
import type { MessageContent } from '../messages/content'
import type { NotificationEvent } from '../schema'

import { messageCatalogue } from '../messages'

/** What a blank of a template is filled with. */
export type TemplateBlank = 'amount' | 'day' | 'greeting' | 'number' | 'words'

/** A template as we fill it: what stands in `{{1}}`, `{{2}}` and so on, and a button that leads to one page. */
export type WantedTemplate = { blanks: readonly TemplateBlank[]; language: Locale; name: string }

/** WhatsApp allows a template 1,024 characters, blanks filled. */
const MAX_WORDS = 500

/** `payment.failed` is `payment_failed` at Meta, where template names know no dots. */
export const templateNameOf = (event: string): string =>
  event.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_')

const blanksOf = (event: NotificationEvent): readonly TemplateBlank[] => [
  'greeting',
  'number',
  'amount',
  ...(messageCatalogue[event].templateBlanks ?? []),
]

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const VALUES: Record<TemplateBlank, (content: MessageContent) => string | undefined> = {
  amount: ({ amount }) => amount?.value,
  day: ({ day }) => day,
  greeting: ({ greeting, heading }) => greeting ?? heading,
  number: ({ reference }) => reference,
  words: ({ body = [] }) => {
    const letters = Array.from(oneLine(body.map(({ text }) => text).join(' ')))
    return letters.length > MAX_WORDS
      ? `${letters.slice(0, MAX_WORDS - 1).join('')}…`
      : letters.join('')
  },
}

/** What a message fills into its template, in the order of the blanks. One line each, none empty. */
export const fillTemplate = (args: {
  content: MessageContent
  event: NotificationEvent
}): string[] =>
  blanksOf(args.event).map((blank) => oneLine(VALUES[blank](args.content) ?? '') || '-')

/** Every template that the shop sends by Meta's Cloud API; staff are written to in Indonesian. */
export const listWantedTemplates = (): WantedTemplate[] =>
  (Object.keys(messageCatalogue) as NotificationEvent[])
    .filter((event) => messageCatalogue[event].channels.includes('whatsapp'))
    .flatMap((event) =>
      (messageCatalogue[event].audience === 'staff'
        ? (['id'] as const)
        : (['id', 'en'] as const)
      ).map((language) => ({ blanks: blanksOf(event), language, name: templateNameOf(event) })),
    )

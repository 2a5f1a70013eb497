import type { Locale } from '../../kernel/errors'
import { messageCatalogue } from '../messages'

/** A template as we fill it: greeting, order number and amount, and a button that leads to one page. */
export type WantedTemplate = { language: Locale; name: string; parameters: number }

/** Greeting, order number, amount. */
export const TEMPLATE_BLANKS = 3

/** `payment.failed` is `payment_failed` at Meta, where template names know no dots. */
export const templateNameOf = (event: string): string =>
  event.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '_')

/** Every template that the shop sends by Meta's Cloud API; staff are written to in Indonesian. */
export const listWantedTemplates = (): WantedTemplate[] =>
  Object.entries(messageCatalogue)
    .filter(([, { channels }]) => channels.includes('whatsapp'))
    .flatMap(([event, { audience }]) =>
      (audience === 'staff' ? (['id'] as const) : (['id', 'en'] as const)).map((language) => ({
        language,
        name: templateNameOf(event),
        parameters: TEMPLATE_BLANKS,
      })),
    )

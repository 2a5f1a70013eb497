import type { Locale } from '../../kernel/errors'
import type { NotificationEvent } from '../schema'
import type { Placeholder } from '../texts/placeholders'
import type { MessageContent } from './content'

import { buildContent } from './buildContent'
import { messageCatalogue } from './index'
import { money } from './phrases'
import { sampleParams } from './samples'

/** The catalogue's own words with `{nomor}`, `{jumlah}` and so on where a message has its own value. */
export const buildBlankContent = (args: {
  event: NotificationEvent
  locale: Locale
}): MessageContent => {
  const { event, locale } = args
  const params = sampleParams[event]
  const content = buildContent({ event, locale, params, shopName: '', text: null })
  const known: readonly (readonly [Placeholder, string | undefined])[] = [
    ['nomor', content.reference],
    ['jumlah', content.amount?.value],
    ['total', 'total' in params ? money({ amount: params.total, locale }) : undefined],
    ['tanggal', content.day],
  ]
  const { placeholders } = messageCatalogue[event]
  const blank = (text: string): string =>
    known.reduce(
      (words, [name, value]) =>
        value && placeholders.includes(name) ? words.replaceAll(value, `{${name}}`) : words,
      text,
    )
  return { ...content, intro: blank(content.intro), subject: blank(content.subject) }
}

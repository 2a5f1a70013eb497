import type { Locale } from '../../kernel/errors'
import type { NotificationEvent } from '../schema'
import type { MessageContent } from './content'

import { buildContent } from './buildContent'
import { money } from './phrases'
import { sampleParams } from './samples'

/** The catalogue's own words with `{nomor}` and `{jumlah}` where a message has number and amount. */
export const buildBlankContent = (args: {
  event: NotificationEvent
  locale: Locale
}): MessageContent => {
  const { event, locale } = args
  const params = sampleParams[event]
  const content = buildContent({ event, locale, params, shopName: '', text: null })
  const known = [
    ...('orderNumber' in params ? [[params.orderNumber, '{nomor}'] as const] : []),
    ...('total' in params ? [[money({ amount: params.total, locale }), '{jumlah}'] as const] : []),
  ]
  const blank = (text: string): string =>
    known.reduce((words, [value, name]) => words.replaceAll(value, name), text)
  return { ...content, intro: blank(content.intro), subject: blank(content.subject) }
}

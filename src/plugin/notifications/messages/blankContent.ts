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
  const blank = (text: string): string =>
    'total' in params
      ? text
          .replaceAll(params.orderNumber, '{nomor}')
          .replaceAll(money({ amount: params.total, locale }), '{jumlah}')
      : text
  return { ...content, intro: blank(content.intro), subject: blank(content.subject) }
}

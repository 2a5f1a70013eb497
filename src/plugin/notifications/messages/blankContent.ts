import type { Locale } from '../../kernel/errors'
import type { MessageParams, NotificationEvent } from '../schema'
import type { MessageContent, MessageTemplate } from './content'

import { messageCatalogue } from './index'
import { money } from './phrases'
import { sampleParams } from './samples'

/** The catalogue's own words with `{nomor}` and `{jumlah}` where a message has number and amount. */
export const buildBlankContent = (args: {
  event: NotificationEvent
  locale: Locale
}): MessageContent => {
  const { event, locale } = args
  const template = messageCatalogue[event].template as MessageTemplate<MessageParams>
  const params = sampleParams[event]
  const content = template({ locale, params })
  const blank = (text: string): string =>
    'total' in params
      ? text
          .replaceAll(params.orderNumber, '{nomor}')
          .replaceAll(money({ amount: params.total, locale }), '{jumlah}')
      : text
  return { ...content, intro: blank(content.intro), subject: blank(content.subject) }
}

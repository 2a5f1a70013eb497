import type { Locale } from '../../kernel/errors'
import type { MessageParams, MessageText, NotificationEvent } from '../schema'
import type { MessageContent, MessageTemplate } from './content'

import { applyText } from '../texts/applyText'
import { messageCatalogue } from './index'
import { money, safeName } from './phrases'

/** What one message says: the catalogue's words, or the shop's own where it has written any. */
export const buildContent = (args: {
  event: NotificationEvent
  locale: Locale
  params: MessageParams
  shopName: string
  text: MessageText | null
}): MessageContent => {
  const { event, locale, params, shopName, text } = args
  // A row's event and its parameters were written together; here the compiler sees only their unions.
  const template = messageCatalogue[event].template as MessageTemplate<MessageParams>
  const content = template({ locale, params })
  const values = {
    ...(content.amount ? { jumlah: content.amount.value } : {}),
    ...('customerName' in params ? { nama: safeName(params.customerName) } : {}),
    ...(content.reference ? { nomor: content.reference } : {}),
    ...(content.day ? { tanggal: content.day } : {}),
    toko: shopName,
    ...('total' in params ? { total: money({ amount: params.total, locale }) } : {}),
  }
  return applyText({ content, text, values })
}

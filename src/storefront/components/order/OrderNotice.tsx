import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { notices, readNotice } from '../../order/notice'

type OrderNoticeProps = { code: unknown; locale: StoreLocale }

/** What became of the button just pressed. */
export async function OrderNotice({ code, locale }: OrderNoticeProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const notice = readNotice(code)
  if (!notice) {
    return null
  }
  const { key, tone } = notices[notice]
  return (
    <p className="notice mb-6" data-tone={tone} role="status">
      {t(key)}
    </p>
  )
}

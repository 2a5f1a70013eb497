import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'

const texts = {
  keluar: 'noticeLoggedOut',
  pilihan: 'noticeChoices',
  profil: 'noticeProfile',
  sandi: 'noticePassword',
} as const

const isNews = (value: unknown): value is keyof typeof texts =>
  typeof value === 'string' && Object.hasOwn(texts, value)

/** What just happened, said once by the address that a form led to. */
export async function AccountNotice({ locale, news }: { locale: StoreLocale; news: unknown }) {
  const t = await getTranslations({ locale, namespace: 'account' })
  return isNews(news) ? (
    <p className="notice mt-8" data-tone="success" role="status">
      {t(texts[news])}
    </p>
  ) : null
}

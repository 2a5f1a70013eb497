import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'

import { LivePreview } from './LivePreview'

/** Reminds an editor that this is a draft, and offers the way out. */
export async function DraftBar({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <div
      className="notice flex flex-wrap items-center justify-between gap-3 rounded-none"
      data-tone="warning"
    >
      <p>{t('draft')}</p>
      <a href="/pratinjau/keluar">{t('draftExit')}</a>
      <LivePreview />
    </div>
  )
}

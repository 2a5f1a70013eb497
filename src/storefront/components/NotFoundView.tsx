import { getTranslations } from 'next-intl/server'

import { locales } from '../i18n/locales'
import { Shell } from './layout/Shell'
import { StoreLink } from './StoreLink'

/** "Not found" in both languages, since nothing tells which one the visitor reads. */
export async function NotFoundView() {
  const texts = await Promise.all(
    locales.map(async (locale) => ({
      locale,
      t: await getTranslations({ locale, namespace: 'errors' }),
    })),
  )
  return (
    <Shell locale="id" path="/">
      <div className="wrap-narrow grid gap-12 py-16 sm:py-24">
        <p aria-hidden="true">
          <span className="stamp text-5xl">404</span>
        </p>
        {texts.map(({ locale, t }) => (
          <div key={locale} lang={locale}>
            {locale === 'id' ? (
              <h1>{t('notFoundTitle')}</h1>
            ) : (
              <h2 className="text-2xl">{t('notFoundTitle')}</h2>
            )}
            <p className="mt-2 mb-5 text-muted">{t('notFoundText')}</p>
            <StoreLink className="btn btn-secondary" locale={locale} path="/">
              {t('goHome')}
            </StoreLink>
          </div>
        ))}
      </div>
    </Shell>
  )
}

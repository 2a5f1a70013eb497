import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../i18n/locales'
import { StoreLink } from './StoreLink'

type BreadcrumbProps = {
  /** Title of the page itself. */
  here: string
  locale: StoreLocale
  /** Pages between the home page and this one. */
  trail: { label: string; path: string }[]
}

/** The way back up from a page. */
export async function Breadcrumb({ here, locale, trail }: BreadcrumbProps) {
  const t = await getTranslations({ locale, namespace: 'site' })
  return (
    <nav aria-label={t('breadcrumb')} className="breadcrumb">
      <ol>
        {[{ label: t('home'), path: '/' }, ...trail].map(({ label, path }) => (
          <li key={path}>
            <StoreLink locale={locale} path={path}>
              {label}
            </StoreLink>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}

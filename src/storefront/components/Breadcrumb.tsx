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
    <nav aria-label={t('breadcrumb')} className="py-5 text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-2">
        {[{ label: t('home'), path: '/' }, ...trail].map(({ label, path }) => (
          <li className="flex items-center gap-2" key={path}>
            <StoreLink
              className="inline-flex min-h-6 items-center hover:underline"
              locale={locale}
              path={path}
            >
              {label}
            </StoreLink>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        <li aria-current="page" className="text-ink">
          {here}
        </li>
      </ol>
    </nav>
  )
}

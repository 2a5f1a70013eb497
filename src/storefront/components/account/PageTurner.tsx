import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { StoreLink } from '../StoreLink'

type PageTurnerProps = {
  hasMore: boolean
  locale: StoreLocale
  /** Counted from 1. */
  page: number
  /** Address of the list, without a query. */
  path: string
}

/** To the newer and the older page of a list; nothing when there is only one. */
export async function PageTurner({ hasMore, locale, page, path }: PageTurnerProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const linkTo = (target: number, label: string) => (
    <StoreLink className="link" locale={locale} path={`${path}?halaman=${target}`}>
      {label}
    </StoreLink>
  )
  return page > 1 || hasMore ? (
    <p className="mt-5 flex gap-6">
      {page > 1 ? linkTo(page - 1, t('newer')) : null}
      {hasMore ? linkTo(page + 1, t('older')) : null}
    </p>
  ) : null
}

import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'

import { localPath, type StoreLocale } from '../../i18n/locales'
import { findAgreed } from '../../shop'

/** "A, B serta C", as the language joins a list. */
const joinerOf = (args: { index: number; last: number; locale: StoreLocale }): string => {
  const { index, last, locale } = args
  if (index === 0) {
    return ''
  }
  return index < last ? ', ' : locale === 'en' ? ' and ' : ' serta '
}

/** What a buyer agrees to: every page that an editor marked so, or the shop's terms when none is. */
export async function AgreedPages({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const pages = await findAgreed(locale)
  if (pages.length === 0) {
    return t('agreeAnyway')
  }
  return t.rich('agree', {
    pages: () =>
      pages.map(({ slug, title }, index) => (
        <Fragment key={slug}>
          {joinerOf({ index, last: pages.length - 1, locale })}
          <a className="link" href={localPath({ locale, path: `/${slug}` })} target="_blank">
            {title}
          </a>
        </Fragment>
      )),
  })
}

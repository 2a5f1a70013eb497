import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Breadcrumb } from '@/storefront/components/Breadcrumb'
import { Shell } from '@/storefront/components/layout/Shell'
import { RichText } from '@/storefront/components/RichText'
import { calendarDay } from '@/storefront/format'
import { localPath, type StoreLocale } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findEdition, type PageEdition } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

type EditionParams = { params: Promise<{ id: string; locale: string }> }
type Found = { edition: PageEdition; locale: StoreLocale }

const readEdition = async (params: EditionParams['params']): Promise<Found> => {
  const locale = await readLocale(params)
  const { id } = await params
  const edition = await findEdition(locale, id)
  return edition ? { edition, locale } : notFound()
}

export async function generateMetadata({ params }: EditionParams): Promise<Metadata> {
  const { edition, locale } = await readEdition(params)
  return buildMetadata({ isPrivate: true, locale, path: '/edisi', title: edition.title })
}

/** What a page said when an order was placed, word for word. */
export default async function EditionPage({ params }: EditionParams) {
  const { edition, locale } = await readEdition(params)
  const t = await getTranslations({ locale, namespace: 'legal' })
  const date = calendarDay({ at: edition.publishedAt, locale })
  return (
    <Shell locale={locale} path={`/edisi/${edition.id}`}>
      <article className="wrap-narrow">
        <Breadcrumb here={edition.title} locale={locale} trail={[]} />
        <h1>{edition.title}</h1>
        <p className="mt-3 mb-8 text-muted">
          {t('edition', { date, number: edition.number })}{' '}
          {edition.isLast ? (
            t('editionIsLast')
          ) : (
            <a className="link" href={localPath({ locale, path: `/${edition.slug}` })}>
              {t('editionNewer')}
            </a>
          )}
        </p>
        <RichText text={edition.body} />
      </article>
    </Shell>
  )
}

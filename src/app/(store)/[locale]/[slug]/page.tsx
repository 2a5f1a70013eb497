import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { draftMode } from 'next/headers'
import { notFound } from 'next/navigation'

import { isAddress } from '@/storefront/address'
import { Breadcrumb } from '@/storefront/components/Breadcrumb'
import { Shell } from '@/storefront/components/layout/Shell'
import { DraftBar } from '@/storefront/components/preview/DraftBar'
import { RichText } from '@/storefront/components/RichText'
import { calendarDay } from '@/storefront/format'
import type { StoreLocale } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findAddresses, findPage, findPageDraft, type PublicPage } from '@/storefront/shop'

export const revalidate = 300

type TextParams = { params: Promise<{ locale: string; slug: string }> }
type Found = { isDraft: boolean; locale: StoreLocale; page: PublicPage }

export const generateStaticParams = async (): Promise<{ slug: string }[]> =>
  ((await findAddresses())?.pages ?? []).map(({ slug }) => ({ slug }))

const readPage = async (params: TextParams['params']): Promise<Found> => {
  const locale = await readLocale(params)
  const { slug } = await params
  const { isEnabled: isDraft } = await draftMode()
  const find = isDraft ? findPageDraft : findPage
  const page = isAddress(slug) ? await find(locale, slug) : null
  return page ? { isDraft, locale, page } : notFound()
}

export async function generateMetadata({ params }: TextParams): Promise<Metadata> {
  const { locale, page } = await readPage(params)
  return buildMetadata({ locale, path: `/${page.slug}`, title: page.title })
}

/** Terms, privacy, refunds, contact: whatever editors write under "Halaman". */
export default async function TextPage({ params }: TextParams) {
  const { isDraft, locale, page } = await readPage(params)
  const t = await getTranslations({ locale, namespace: 'legal' })
  return (
    <Shell locale={locale} path={`/${page.slug}`}>
      {isDraft ? <DraftBar locale={locale} /> : null}
      <article className="wrap-narrow">
        <Breadcrumb here={page.title} locale={locale} trail={[]} />
        <h1>{page.title}</h1>
        {page.revisedOn ? (
          <p className="mt-3 mb-8 text-muted">
            <time dateTime={page.revisedOn}>
              {t('updated', { date: calendarDay({ at: page.revisedOn, locale }) })}
            </time>
          </p>
        ) : null}
        <RichText text={page.body} />
      </article>
    </Shell>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { Shell } from '@/storefront/components/layout/Shell'
import { type SpkNews, SpkView } from '@/storefront/components/spk/SpkView'
import { localPath } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { spkLoginPath, spkPath, type SpkPlace } from '@/storefront/spk/place'
import { findSpk } from '@/storefront/spk/spk'

export const dynamic = 'force-dynamic'

type SpkPageProps = {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<SpkNews>
}

export async function generateMetadata({ params }: SpkPageProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'spk' })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title: t('pageTitle') })
}

/** The agreement of an order, for its customer who is logged in. Looking at it changes nothing. */
export default async function OrderSpkPage({ params, searchParams }: SpkPageProps) {
  const locale = await readLocale(params)
  const { token } = await params
  const place: SpkPlace = { kind: 'order', word: token }
  const found = await findSpk(place.kind, place.word)
  if (found.kind === 'guest') {
    redirect(localPath({ locale, path: spkLoginPath(place) }))
  }
  if (found.kind !== 'own') {
    notFound()
  }
  return (
    <Shell hideWhatsapp locale={locale} path={spkPath(place)}>
      <SpkView news={await searchParams} spk={found.spk} where={{ locale, place }} />
    </Shell>
  )
}

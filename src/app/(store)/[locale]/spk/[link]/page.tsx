import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Shell } from '@/storefront/components/layout/Shell'
import { SpkEnded } from '@/storefront/components/spk/SpkEnded'
import { type SpkNews, SpkView } from '@/storefront/components/spk/SpkView'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { spkPath, type SpkPlace } from '@/storefront/spk/place'
import { findSpk } from '@/storefront/spk/spk'

export const dynamic = 'force-dynamic'

type LinkPageProps = {
  params: Promise<{ link: string; locale: string }>
  searchParams: Promise<SpkNews>
}

export async function generateMetadata({ params }: LinkPageProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'spk' })
  return buildMetadata({ isPrivate: true, locale, path: '/spk', title: t('pageTitle') })
}

/** The agreement behind a link of a message: messengers fetch it beforehand, so looking changes nothing. */
export default async function LinkSpkPage({ params, searchParams }: LinkPageProps) {
  const locale = await readLocale(params)
  const { link } = await params
  const place: SpkPlace = { kind: 'link', word: link }
  const found = await findSpk(place.kind, place.word)
  if (found.kind !== 'own' && found.kind !== 'ended') {
    notFound()
  }
  return (
    <Shell hideWhatsapp locale={locale} path={spkPath(place)}>
      {found.kind === 'own' ? (
        <SpkView news={await searchParams} spk={found.spk} where={{ locale, place }} />
      ) : (
        <SpkEnded locale={locale} />
      )}
    </Shell>
  )
}

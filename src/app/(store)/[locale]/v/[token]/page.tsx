import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'

import { Shell } from '@/storefront/components/layout/Shell'
import { VerifyView } from '@/storefront/components/verify/VerifyView'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findAgreement } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

type VerifyProps = { params: Promise<{ locale: string; token: string }> }

const read = cache(async (params: VerifyProps['params']) => {
  const locale = await readLocale(params)
  const { token } = await params
  const verification = (await findAgreement(token)) ?? notFound()
  const t = await getTranslations({ locale, namespace: 'verify' })
  return { locale, t, token, verification }
})

export async function generateMetadata({ params }: VerifyProps): Promise<Metadata> {
  const { locale, t, verification } = await read(params)
  const title = t('title', { number: verification.number })
  return buildMetadata({ isPrivate: true, locale, path: '/v', title })
}

export default async function VerifyPage({ params }: VerifyProps) {
  const { locale, t, token, verification } = await read(params)
  return (
    <Shell locale={locale} path={`/v/${token}`}>
      <VerifyView locale={locale} t={t} verification={verification} />
    </Shell>
  )
}

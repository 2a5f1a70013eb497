import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { ServiceView } from '@/storefront/components/hosting/ServiceView'
import { Shell } from '@/storefront/components/layout/Shell'
import { loginTo, servicePath, SERVICES_PATH } from '@/storefront/hosting/paths'
import { findOwn } from '@/storefront/hosting/services'
import { localPath } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type ServiceProps = {
  params: Promise<{ id: string; locale: string }>
  searchParams: Promise<{ kabar?: string | string[] }>
}

export async function generateMetadata({ params }: ServiceProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'hosting' })
  return buildMetadata({ isPrivate: true, locale, path: SERVICES_PATH, title: t('title') })
}

export default async function ServicePage({ params, searchParams }: ServiceProps) {
  const locale = await readLocale(params)
  const { id } = await params
  const { kabar } = await searchParams
  const found = await findOwn(id)
  if (found.kind === 'guest') {
    redirect(localPath({ locale, path: loginTo(servicePath(id)) }))
  }
  if (found.kind === 'none') {
    notFound()
  }
  return (
    <Shell hideWhatsapp locale={locale} path={servicePath(id)}>
      <ServiceView locale={locale} notice={kabar} service={found.service} />
    </Shell>
  )
}

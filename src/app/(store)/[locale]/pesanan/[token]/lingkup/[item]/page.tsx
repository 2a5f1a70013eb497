import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Shell } from '@/storefront/components/layout/Shell'
import { ScopePage } from '@/storefront/components/scope/ScopePage'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { findScopeOf } from '@/storefront/scope/scopes'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findOrder } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

type ScopeProps = {
  params: Promise<{ item: string; locale: string; token: string }>
  searchParams: Promise<{ kabar?: string | string[]; ubah?: string | string[] }>
}

export async function generateMetadata({ params }: ScopeProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'scope' })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title: t('title') })
}

export default async function ScopeOfItemPage({ params, searchParams }: ScopeProps) {
  const locale = await readLocale(params)
  const { item: id, token } = await params
  const { kabar, ubah } = await searchParams
  const order = await findOrder(token)
  const item = order?.items.find((each) => each.id === id)
  const scope = item ? await findScopeOf({ item: id, locale, token }) : null
  if (!order || !item || !scope) {
    notFound()
  }
  return (
    <Shell hideWhatsapp locale={locale} path={`/pesanan/${token}/lingkup/${id}`}>
      <ScopePage
        isChanging={ubah === 'ya'}
        item={item}
        locale={locale}
        notice={kabar}
        order={order}
        scope={scope}
      />
    </Shell>
  )
}

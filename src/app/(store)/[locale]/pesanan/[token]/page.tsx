import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Shell } from '@/storefront/components/layout/Shell'
import { OrderView } from '@/storefront/components/order/OrderView'
import type { StoreLocale } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findOrder, type PublicOrder } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

type OrderProps = {
  params: Promise<{ locale: string; token: string }>
  searchParams: Promise<Partial<Record<'kabar' | 'laporan' | 'unduhan', string | string[]>>>
}

const readOrder = async (
  params: OrderProps['params'],
): Promise<{ locale: StoreLocale; order: PublicOrder }> => {
  const locale = await readLocale(params)
  const { token } = await params
  const order = await findOrder(token)
  return order ? { locale, order } : notFound()
}

export async function generateMetadata({ params }: OrderProps): Promise<Metadata> {
  const { locale, order } = await readOrder(params)
  const t = await getTranslations({ locale, namespace: 'order' })
  const title = t('title', { number: order.number })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title })
}

export default async function OrderPage({ params, searchParams }: OrderProps) {
  const { locale, order } = await readOrder(params)
  const { kabar, laporan, unduhan } = await searchParams
  return (
    <Shell hideWhatsapp locale={locale} path={`/pesanan/${order.token}`}>
      <OrderView
        fileNotice={unduhan}
        locale={locale}
        notice={kabar}
        order={order}
        reportNotice={laporan}
      />
    </Shell>
  )
}

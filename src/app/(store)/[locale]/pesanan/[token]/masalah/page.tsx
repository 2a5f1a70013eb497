import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { ReportView } from '@/storefront/components/problem/ReportView'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findOrder } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

type OrderReportProps = { params: Promise<{ locale: string; token: string }> }

const readOrder = async (params: OrderReportProps['params']) => {
  const locale = await readLocale(params)
  const { token } = await params
  const order = await findOrder(token)
  return order ? { locale, order } : notFound()
}

export async function generateMetadata({ params }: OrderReportProps): Promise<Metadata> {
  const { locale, order } = await readOrder(params)
  const t = await getTranslations({ locale, namespace: 'problem' })
  const title = t('orderReportTitle', { number: order.number })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title })
}

export default async function OrderReportPage({ params }: OrderReportProps) {
  const { locale, order } = await readOrder(params)
  const t = await getTranslations({ locale, namespace: 'problem' })
  const path = `/pesanan/${order.token}/masalah`
  return (
    <Shell locale={locale} path={path}>
      <div className="wrap-narrow">
        <PageHead lead={t('lead')} title={t('orderReportTitle', { number: order.number })} />
        <ReportView known={order.customer} locale={locale} orderToken={order.token} path={path} />
      </div>
    </Shell>
  )
}

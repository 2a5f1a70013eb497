import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { EmptyState } from '@/storefront/components/EmptyState'
import { Shell } from '@/storefront/components/layout/Shell'
import { PaymentFailure } from '@/storefront/components/order/PaymentFailure'
import { localPath } from '@/storefront/i18n/locales'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { findReturned, type ReturnQuery } from '@/storefront/order/returned'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type FailureProps = LocaleParams & { searchParams: ReturnQuery }

const path = '/pembayaran/gagal'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'payment' })
  return buildMetadata({ isPrivate: true, locale, path, title: t('failedTitle') })
}

/** A payment did not work: why, how to try again, and whom to ask. A paid order never shows this. */
export default async function PaymentFailedPage({ params, searchParams }: FailureProps) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'payment' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const order = await findReturned({ locale, path, query: searchParams })
  if (order?.paymentState === 'paid') {
    redirect(localPath({ locale, path: `/pesanan/${order.token}` }))
  }
  return (
    <Shell hideWhatsapp locale={locale} path={order ? `${path}?token=${order.token}` : '/pesanan'}>
      {order ? (
        <PaymentFailure locale={locale} order={order} />
      ) : (
        <EmptyState
          action={site('orders')}
          locale={locale}
          path="/pesanan"
          text={t('notFound')}
          title={t('failedTitle')}
        />
      )}
    </Shell>
  )
}

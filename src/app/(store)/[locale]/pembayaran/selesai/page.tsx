import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { EmptyState } from '@/storefront/components/EmptyState'
import { Shell } from '@/storefront/components/layout/Shell'
import { PaymentResult } from '@/storefront/components/order/PaymentResult'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { findReturned, freshenReturned, type ReturnQuery } from '@/storefront/order/returned'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type ReturnProps = LocaleParams & { searchParams: ReturnQuery }

const path = '/pembayaran/selesai'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'payment' })
  return buildMetadata({ isPrivate: true, locale, path, title: t('doneTitle') })
}

/** Where the gateway sends the customer back. `resultCode` in the address is ignored: anybody can write it. */
export default async function PaymentDonePage({ params, searchParams }: ReturnProps) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'payment' })
  const site = await getTranslations({ locale, namespace: 'site' })
  const order = await findReturned({ locale, path, query: searchParams })
  return (
    <Shell hideWhatsapp locale={locale} path={order ? `${path}?token=${order.token}` : '/pesanan'}>
      {order ? (
        <PaymentResult locale={locale} order={await freshenReturned(order)} />
      ) : (
        <EmptyState
          action={site('orders')}
          locale={locale}
          path="/pesanan"
          text={t('notFound')}
          title={t('doneTitle')}
        />
      )}
    </Shell>
  )
}

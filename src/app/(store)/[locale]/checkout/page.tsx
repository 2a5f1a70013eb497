import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { findCheckout } from '@/storefront/checkout/findCheckout'
import { CheckoutView } from '@/storefront/components/checkout/CheckoutView'
import { EmptyState } from '@/storefront/components/EmptyState'
import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { localPath } from '@/storefront/i18n/locales'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type CheckoutProps = LocaleParams & { searchParams: Promise<{ produk?: string | string[] }> }

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return buildMetadata({ isPrivate: true, locale, path: '/checkout', title: t('title') })
}

export default async function CheckoutPage({ params, searchParams }: CheckoutProps) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const cart = await getTranslations({ locale, namespace: 'cart' })
  const { produk } = await searchParams
  const slug = typeof produk === 'string' && produk !== '' ? produk : undefined
  const checkout = await findCheckout({ locale, slug })
  const path = slug ? `/checkout?produk=${encodeURIComponent(slug)}` : '/checkout'
  return (
    <Shell hideWhatsapp locale={locale} path={path}>
      <div className="wrap">
        {checkout.lines.length > 0 ? (
          <>
            <PageHead lead={t('lead')} title={t('title')} />
            <CheckoutView
              checkout={checkout}
              locale={locale}
              permalink={localPath({ locale, path })}
            />
          </>
        ) : (
          <EmptyState
            action={cart('browse')}
            locale={locale}
            path="/produk"
            text={t('emptyText')}
            title={t('emptyTitle')}
          />
        )}
      </div>
    </Shell>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { readCart } from '@/storefront/cart/cookie'
import { readCartFault } from '@/storefront/cart/fault'
import { priceCart } from '@/storefront/cart/priceCart'
import { CartView } from '@/storefront/components/cart/CartView'
import { EmptyState } from '@/storefront/components/EmptyState'
import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findProductsNow } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'cart' })
  return buildMetadata({ isPrivate: true, locale, path: '/keranjang', title: t('title') })
}

type CartProps = LocaleParams & { searchParams: Promise<Record<string, string | string[]>> }

export default async function CartPage({ params, searchParams }: CartProps) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'cart' })
  const lines = await readCart()
  const cart = priceCart({
    cart: lines,
    products: lines.length ? await findProductsNow(locale) : [],
  })
  return (
    <Shell hideWhatsapp locale={locale} path="/keranjang">
      <div className="wrap-narrow">
        {lines.length > 0 ? (
          <>
            <PageHead lead={t('lead')} title={t('title')} />
            <CartView cart={cart} fault={readCartFault(await searchParams)} locale={locale} />
          </>
        ) : (
          <EmptyState
            action={t('browse')}
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

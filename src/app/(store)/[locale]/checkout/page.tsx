import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { findVisitor } from '@/storefront/account/visitor'
import { findCheckout } from '@/storefront/checkout/findCheckout'
import { LoginHint } from '@/storefront/components/account/LoginHint'
import { CheckoutView } from '@/storefront/components/checkout/CheckoutView'
import { Shell } from '@/storefront/components/layout/Shell'
import { formatPhone } from '@/storefront/format'
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
  const { produk } = await searchParams
  const slug = typeof produk === 'string' && produk !== '' ? produk : undefined
  const [checkout, visitor] = await Promise.all([findCheckout({ locale, slug }), findVisitor()])
  const known = visitor
    ? { email: visitor.email, name: visitor.name, phone: formatPhone(visitor.phone) }
    : {}
  const path = slug ? `/checkout?produk=${encodeURIComponent(slug)}` : '/checkout'
  return (
    <Shell hideWhatsapp locale={locale} path={path}>
      <div className="wrap">
        <CheckoutView
          checkout={checkout}
          hint={visitor ? null : <LoginHint locale={locale} next={path} />}
          known={known}
          locale={locale}
          permalink={localPath({ locale, path })}
        />
      </div>
    </Shell>
  )
}

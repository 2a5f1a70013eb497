import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { clock, wibDayOf } from '@/plugin/kernel/time'
import { findVisitor } from '@/storefront/account/visitor'
import { findCheckout } from '@/storefront/checkout/findCheckout'
import { LoginHint } from '@/storefront/components/account/LoginHint'
import { CheckoutView } from '@/storefront/components/checkout/CheckoutView'
import { Shell } from '@/storefront/components/layout/Shell'
import { formatPhone } from '@/storefront/format'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { directPath, readDirectChoice } from '@/storefront/plan/address'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

type CheckoutProps = LocaleParams & { searchParams: Promise<Record<string, string | string[]>> }

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return buildMetadata({ isPrivate: true, locale, path: '/checkout', title: t('title') })
}

export default async function CheckoutPage({ params, searchParams }: CheckoutProps) {
  const locale = await readLocale(params)
  const choice = readDirectChoice(await searchParams)
  const today = wibDayOf(clock.now())
  const [checkout, visitor] = await Promise.all([
    findCheckout({ choice, locale, today }),
    findVisitor(),
  ])
  const known = visitor
    ? { email: visitor.email, name: visitor.name, phone: formatPhone(visitor.phone) }
    : {}
  const path = choice ? directPath(choice) : '/checkout'
  return (
    <Shell hideWhatsapp locale={locale} path={path}>
      <div className="wrap">
        <CheckoutView
          checkout={checkout}
          hint={visitor ? null : <LoginHint locale={locale} next={path} />}
          isGuest={!visitor}
          known={known}
          locale={locale}
          path={path}
          today={today}
        />
      </div>
    </Shell>
  )
}

import { getTranslations } from 'next-intl/server'
import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'

import { formatCart } from '../../cart/cart'
import type { Checkout } from '../../checkout/findCheckout'
import type { KnownCustomer } from '../../checkout/state'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { EmptyState } from '../EmptyState'
import { PageHead } from '../PageHead'

import { AgreedPages } from './AgreedPages'
import { type CheckoutCopy, CheckoutForm } from './CheckoutForm'
import { OrderSummary } from './OrderSummary'

type CheckoutViewProps = {
  checkout: Checkout
  /** Shown under the title to whoever is not logged in. */
  hint: ReactNode
  known: KnownCustomer
  locale: StoreLocale
  /** The page's address with its query, in the language of the page. */
  permalink: string
}

const buildCopy = async ({
  checkout,
  locale,
}: Pick<CheckoutViewProps, 'checkout' | 'locale'>): Promise<CheckoutCopy> => {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return {
    agreeNewTotal: String(t.raw('agreeNewTotal')),
    dataTitle: t('dataTitle'),
    errorTitle: t('errorTitle'),
    fields: {
      email: { hint: t('emailHint'), label: t('email') },
      name: { hint: t('nameHint'), label: t('name') },
      notes: { hint: t('notesHint'), label: t('notes') },
      phone: { hint: t('phoneHint'), label: t('phone') },
    },
    priceChanged: String(t.raw('priceChanged')),
    redirectHint: t('redirectHint'),
    required: t('required'),
    submit: t('submit', { total: money({ amount: checkout.cart.total, locale }) }),
    submitting: t('submitting'),
  }
}

async function NothingToOrder({
  isFromCart,
  locale,
}: {
  isFromCart: boolean
  locale: StoreLocale
}) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const cart = await getTranslations({ locale, namespace: 'cart' })
  return (
    <EmptyState
      action={cart('browse')}
      locale={locale}
      path="/produk"
      text={t(isFromCart ? 'emptyText' : 'unavailableText')}
      title={t(isFromCart ? 'emptyTitle' : 'unavailableTitle')}
    />
  )
}

/** The checkout form with its texts and the receipt of what is ordered. */
export async function CheckoutView(props: CheckoutViewProps) {
  const { checkout, hint, known, locale, permalink } = props
  const { cart, isFromCart, lines, seen } = checkout
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <CheckoutForm
      copy={await buildCopy(props)}
      head={
        <>
          <PageHead lead={t('lead')} title={t('title')} />
          {hint}
        </>
      }
      hidden={{
        cart: seen,
        idempotencyKey: randomUUID(),
        lines: formatCart(lines),
        locale,
        source: isFromCart ? 'cart' : 'product',
      }}
      known={known}
      nothing={
        lines.length > 0 ? undefined : <NothingToOrder isFromCart={isFromCart} locale={locale} />
      }
      permalink={permalink}
      summary={<OrderSummary cart={cart} isFromCart={isFromCart} locale={locale} />}
      terms={<AgreedPages locale={locale} />}
      total={cart.total}
    />
  )
}

import { getTranslations } from 'next-intl/server'
import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'

import type { WibDay } from '@/plugin/kernel/time'

import { formatCart } from '../../cart/cart'
import type { Checkout } from '../../checkout/findCheckout'
import type { KnownCustomer } from '../../checkout/state'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { ChosenPlan } from '../plan/ChosenPlan'
import { PlanChoice } from '../plan/PlanChoice'
import { PlanGate } from '../plan/PlanGate'
import { PlanGone } from '../plan/PlanGone'

import { AgreedPages } from './AgreedPages'
import { CheckoutForm } from './CheckoutForm'
import { buildCheckoutCopy } from './copy'
import { NothingToOrder } from './NothingToOrder'
import { OrderSummary } from './OrderSummary'

type CheckoutViewProps = {
  checkout: Checkout
  /** Shown under the title to whoever is not logged in. */
  hint: ReactNode
  isGuest: boolean
  known: KnownCustomer
  locale: StoreLocale
  /** The page's address with its query, without a language prefix. */
  path: string
  today: WibDay
}

/** What stands in place of the form; nothing when the order can be placed. */
const insteadOf = (props: CheckoutViewProps): ReactNode => {
  const { checkout, isGuest, locale, path } = props
  const { direct, isFromCart, lines } = checkout
  if (direct?.isPlanGone) {
    return <PlanGone direct={direct} locale={locale} />
  }
  if (lines.length === 0) {
    return <NothingToOrder isFromCart={isFromCart} locale={locale} />
  }
  return direct?.chosen && isGuest ? (
    <PlanGate
      checkout={{ ...checkout, direct: { ...direct, chosen: direct.chosen } }}
      locale={locale}
      path={path}
    />
  ) : undefined
}

async function CheckoutHead({ checkout: { direct }, hint, locale }: CheckoutViewProps) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  return (
    <>
      <PageHead lead={t('lead')} title={t('title')} />
      {hint}
      {direct && direct.offers.length > 0 ? <PlanChoice direct={direct} locale={locale} /> : null}
    </>
  )
}

/** The checkout form with its texts and the receipt of what is ordered. */
export async function CheckoutView(props: CheckoutViewProps) {
  const { checkout, known, locale, path } = props
  const { cart, direct, isFromCart, lines, seen } = checkout
  const chosen = direct?.chosen
  return (
    <CheckoutForm
      copy={await buildCheckoutCopy(props)}
      head={<CheckoutHead {...props} />}
      hidden={{
        cart: seen,
        idempotencyKey: randomUUID(),
        lines: formatCart(lines),
        locale,
        plan: chosen?.terms.key ?? '',
        source: isFromCart ? 'cart' : 'product',
      }}
      known={known}
      nothing={insteadOf(props)}
      permalink={localPath({ locale, path })}
      plan={chosen ? <ChosenPlan locale={locale} offer={chosen} /> : null}
      summary={<OrderSummary checkout={checkout} locale={locale} />}
      terms={<AgreedPages locale={locale} />}
      total={cart.total}
    />
  )
}

import { getTranslations } from 'next-intl/server'

import type { Checkout } from '../../checkout/findCheckout'
import type { StoreLocale } from '../../i18n/locales'
import type { DirectPurchase } from '../../plan/direct'
import type { Offer } from '../../plan/offer'
import { OrderSummary } from '../checkout/OrderSummary'
import { PageHead } from '../PageHead'

import { ChosenPlan } from './ChosenPlan'
import { PlanChoice } from './PlanChoice'
import { PlanLogin } from './PlanLogin'

type PlanGateProps = {
  checkout: Checkout & { direct: { chosen: Offer } & DirectPurchase }
  locale: StoreLocale
  /** The checkout with its choice, without a language prefix. */
  path: string
}

/** The checkout of a plan for a guest: everything to read, and the way in instead of the form. */
export async function PlanGate({ checkout, locale, path }: PlanGateProps) {
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const { direct } = checkout
  return (
    <>
      <PageHead lead={t('lead')} title={t('title')} />
      <PlanChoice direct={direct} locale={locale} />
      <div className="grid gap-10 lg:grid-cols-[1fr_24rem] lg:items-start">
        <ChosenPlan locale={locale} offer={direct.chosen} />
        <div className="grid gap-6 lg:sticky lg:top-6">
          <OrderSummary checkout={checkout} locale={locale} />
          <PlanLogin locale={locale} next={path} />
        </div>
      </div>
    </>
  )
}

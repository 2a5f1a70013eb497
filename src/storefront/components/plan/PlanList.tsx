import { getTranslations } from 'next-intl/server'

import { clock, formatDay, wibDayOf } from '@/plugin/kernel/time'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { directPath } from '../../plan/address'
import { buildOffers, type Offer, partsOf } from '../../plan/offer'
import type { PublicProduct } from '../../shop'
import { StoreLink } from '../StoreLink'

import { PlanRules } from './PlanRules'
import { PlanSums } from './PlanSums'
import { ScheduleTable } from './ScheduleTable'

type PlanListProps = { locale: StoreLocale; product: PublicProduct }

/** Where a plan stands on the page of its product. */
export const planAnchor = (key: string): string => `cicilan-${key}`

async function PlanCard({
  isOpen,
  locale,
  offer: { schedule, terms },
  product,
}: PlanListProps & { isOpen: boolean; offer: Offer }) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const [first] = partsOf(schedule)
  return (
    <details className="plan-card" name="cicilan" open={isOpen}>
      <summary>
        <strong>{terms.key}</strong>
        <span>{t('monthly', { amount: money({ amount: first?.amount ?? 0, locale }) })}</span>
      </summary>
      {/* Within the details: whoever follows a link to it finds it opened. */}
      <div className="plan-body" id={planAnchor(terms.key)}>
        <PlanSums locale={locale} schedule={schedule} />
        <StoreLink
          className="btn btn-primary"
          locale={locale}
          path={directPath({ plan: terms.key, quantity: 1, slug: product.slug })}
        >
          {t('order')}
        </StoreLink>
        <ScheduleTable locale={locale} schedule={schedule} />
        <PlanRules locale={locale} terms={terms} />
      </div>
    </details>
  )
}

/**
 * Every plan of a product with its whole schedule and rules, one opened at a time. The same page for
 * every visitor: the choice is a link to the checkout, and an opened plan has an address of its own.
 */
export async function PlanList({ locale, product }: PlanListProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const startOn = wibDayOf(clock.now())
  return (
    <section aria-labelledby="cicilan">
      <h2 className="mb-2 text-2xl" id="cicilan">
        {t('title')}
      </h2>
      <p className="mb-4 text-muted">{t('dates', { day: formatDay(startOn, locale) })}</p>
      {buildOffers({ product, startOn }).map((offer, index) => (
        <PlanCard
          isOpen={index === 0}
          key={offer.terms.key}
          locale={locale}
          offer={offer}
          product={product}
        />
      ))}
    </section>
  )
}

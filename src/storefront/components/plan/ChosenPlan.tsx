import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import type { Offer } from '../../plan/offer'

import { PlanRules } from './PlanRules'
import { ScheduleTable } from './ScheduleTable'

/** All that is agreed to with a plan: every payment with its day, and the rules. */
export async function ChosenPlan({ locale, offer }: { locale: StoreLocale; offer: Offer }) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  return (
    <section aria-labelledby="cicilan" className="plan-terms mt-10 grid gap-4">
      <h2 className="text-2xl" id="cicilan">
        {t('title')}
      </h2>
      <ScheduleTable locale={locale} schedule={offer.schedule} />
      <PlanRules locale={locale} terms={offer.terms} />
    </section>
  )
}

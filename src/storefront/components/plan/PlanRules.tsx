import { getTranslations } from 'next-intl/server'

import type { PlanTerms } from '@/plugin/plans'

import type { StoreLocale } from '../../i18n/locales'
import { buildPlanRules, type PlanRule } from '../../plan/rules'

type PlanRulesProps = { locale: StoreLocale; terms: PlanTerms }

/** Reminders, early payoff, late fee and suspension in plain words, from the terms themselves. */
export async function PlanRules({ locale, terms }: PlanRulesProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const { late, usual } = buildPlanRules({ locale, terms })
  const list = (rules: PlanRule[]) => (
    <ul className="plan-rules">
      {rules.map(({ key, values }) => (
        <li key={key}>{t(`rules.${key}`, values)}</li>
      ))}
    </ul>
  )
  return (
    <>
      <h3>{t('usualTitle')}</h3>
      {list(usual)}
      <h3>{t('lateTitle')}</h3>
      {list(late)}
    </>
  )
}

import { getTranslations } from 'next-intl/server'

import { formatDay } from '@/plugin/kernel/time'
import type { Schedule } from '@/plugin/plans'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { partsOf, upFrontOf } from '../../plan/offer'

type PlanSumsProps = { locale: StoreLocale; schedule: Schedule }

/** What a plan costs: at once, each month, from when, in all, and more than the cash price. */
export async function PlanSums({ locale, schedule }: PlanSumsProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const write = (amount: number): string => money({ amount, locale })
  const parts = partsOf(schedule)
  const upFront = upFrontOf(schedule)
  const isEven = parts[0]?.amount === parts.at(-1)?.amount
  const lines: [name: string, value: string][] = [
    ...(upFront ? [[t('upFront'), write(upFront.amount)] as [string, string]] : []),
    ...(schedule.setupFee > 0
      ? [[t('setupFee'), write(schedule.setupFee)] as [string, string]]
      : []),
    [t(isEven ? 'each' : 'eachAtMost', { parts: parts.length }), write(parts[0]?.amount ?? 0)],
    [t('firstDue'), parts[0] ? formatDay(parts[0].dueOn, locale) : ''],
    [t('cash'), write(schedule.cashPrice)],
    [t('total'), write(schedule.total)],
    [t('difference'), write(schedule.difference)],
  ]
  return (
    <>
      <dl className="plan-sums">
        {lines.map(([name, value]) => (
          <div className="leader" key={name}>
            <dt>{name}</dt>
            <dd className="money">{value}</dd>
          </div>
        ))}
      </dl>
      {schedule.difference === 0 ? <p className="plan-same">{t('same')}</p> : null}
    </>
  )
}

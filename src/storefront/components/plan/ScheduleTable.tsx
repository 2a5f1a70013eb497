import { getTranslations } from 'next-intl/server'

import { formatDay } from '@/plugin/kernel/time'
import type { Schedule } from '@/plugin/plans'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { partsOf } from '../../plan/offer'

type ScheduleTableProps = { locale: StoreLocale; schedule: Schedule }

/** Every payment with its day; two lines each on a phone. */
export async function ScheduleTable({ locale, schedule }: ScheduleTableProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const of = partsOf(schedule).length
  const before = schedule.rows.length - of
  return (
    <table className="schedule">
      <caption>{t('schedule')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('payment')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {schedule.rows.map(({ amount, dueOn, kind, seq }) => (
          <tr key={seq}>
            <th scope="row">
              {kind === 'downPayment' ? t('upFront') : t('part', { k: seq - before, of })}
            </th>
            <td>{formatDay(dueOn, locale)}</td>
            <td>{money({ amount, locale })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

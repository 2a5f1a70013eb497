import { getTranslations } from 'next-intl/server'

import { BLOCKER_KINDS } from '@/plugin/hosting'
import { formatDay } from '@/plugin/kernel/time'

import type { PublicArrears } from '../../arrears/arrears'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'

export type ArrearsProps = { arrears: PublicArrears; locale: StoreLocale }

/** What is overdue, since when, what it takes to be current, and what happens otherwise. */
export async function ArrearsFacts({ arrears, locale }: ArrearsProps) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const { standing, suspendOn } = arrears
  if (!standing.arrears) {
    return null
  }
  const { daysLate, fees, principal, seqs, since } = standing.arrears
  const rupiah = (amount: number): string => money({ amount, locale })
  return (
    <ul className="grid gap-1">
      <li>
        {t('overdue', {
          amount: rupiah(principal),
          count: seqs.length,
          date: formatDay(since, locale),
          days: daysLate,
        })}
      </li>
      {fees > 0 ? <li>{t('fees', { amount: rupiah(fees) })}</li> : null}
      <li className="font-bold">
        {t('toBecomeCurrent', { amount: rupiah(standing.toBecomeCurrent) })}
      </li>
      {suspendOn && arrears.service.wanted === 'on' ? (
        <li>{t('suspendOn', { date: formatDay(suspendOn, locale) })}</li>
      ) : null}
    </ul>
  )
}

/** Why the service is wanted off, and what brings it back; nothing while it is on. */
export async function ServiceOff({ arrears, locale }: ArrearsProps) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const { reasons, wanted } = arrears.service
  if (wanted === 'on') {
    return null
  }
  const names = reasons.map((kind) => BLOCKER_KINDS[kind].label[locale])
  const others = reasons.filter((kind) => kind !== 'unpaid' && kind !== 'customer_choice')
  return (
    <div>
      <p className="font-bold">{t('serviceOff', { reasons: names.join(', ') })}</p>
      <p>{t(others.length === 0 ? 'payingBringsBack' : 'otherReasons')}</p>
    </div>
  )
}

/** A chance that is running or was asked for. */
export async function ChanceNews({ arrears, locale }: ArrearsProps) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  if (arrears.chance) {
    return <p>{t('chanceUntil', { date: formatDay(arrears.chance.until, locale) })}</p>
  }
  return arrears.requested ? <p>{t('chanceRequested')}</p> : null
}

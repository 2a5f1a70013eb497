import { getTranslations } from 'next-intl/server'

import { clock, formatDay, wibDayOf } from '@/plugin/kernel/time'

import { daysLeft } from '../../contract/standing'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

export type ContractProps = {
  contract: NonNullable<PublicOrder['contract']>
  locale: StoreLocale
}

type Contract = ContractProps['contract']

/** `3 dari 12 lunas`, as a bar and in words. */
async function Progress({ contract, locale }: ContractProps) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { count, paidCount } = contract.standing
  const percent = count > 0 ? Math.floor((100 * paidCount) / count) : 0
  return (
    <div>
      <progress
        aria-labelledby="kemajuan-cicilan"
        className="contract-progress"
        max={count}
        value={paidCount}
      />
      <p className="mt-2 text-lg font-bold" id="kemajuan-cicilan">
        {t('progress', { count, paid: paidCount })}
        <span className="font-normal text-muted"> · {percent}%</span>
      </p>
    </div>
  )
}

const differenceOf = ({ markup, setupFee }: Contract): number => markup + setupFee

type Words = Awaited<ReturnType<typeof getTranslations<'contract'>>>

const sayWhen = (t: Words, days: number): string => {
  if (days === 0) {
    return t('nextToday')
  }
  return days > 0 ? t('nextIn', { days }) : t('nextLate', { days: -days })
}

/** The figures of the card, in the order in which they are read. */
const findFigures = async ({ contract, locale }: ContractProps): Promise<[string, string][]> => {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { arrears, fees, left, next, paid, total } = contract.standing
  const rupiah = (amount: number): string => money({ amount, locale })
  const today = wibDayOf(clock.now())
  const nextText = next
    ? t('nextValue', {
        amount: rupiah(next.left),
        date: formatDay(next.dueOn, locale),
        when: sayWhen(t, daysLeft(today, next.dueOn)),
      })
    : t('nextNone')
  const difference = differenceOf(contract)
  return [
    [t('paid'), rupiah(paid)],
    [t('left'), rupiah(left)],
    [t('total'), rupiah(total)],
    [t('next'), nextText],
    [
      t('arrears'),
      arrears
        ? t('arrearsValue', { amount: rupiah(arrears.principal), days: arrears.daysLate })
        : t('none'),
    ],
    ...(fees > 0 ? [[t('fees'), rupiah(fees)] as [string, string]] : []),
    [
      t('difference'),
      difference > 0
        ? t('differenceValue', { amount: rupiah(difference), cash: rupiah(contract.cashPrice) })
        : t('differenceNone', { cash: rupiah(contract.cashPrice) }),
    ],
  ]
}

/** How far a purchase in instalments has come, and what comes next. */
export async function ContractCard({
  title,
  ...props
}: ContractProps & {
  /** What was bought. */
  title: string
}) {
  const t = await getTranslations({ locale: props.locale, namespace: 'contract' })
  return (
    <section aria-labelledby="cicilan" className="card mb-6 p-6 sm:p-8">
      <p className="eyebrow">{t('title')}</p>
      <h2 className="mt-1 mb-4 text-xl" id="cicilan">
        {title}
      </h2>
      <Progress {...props} />
      <dl className="contract-figures mt-5">
        {(await findFigures(props)).map(([term, value]) => (
          <div key={term}>
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { getTranslations } from 'next-intl/server'

import { clock, wibDayOf } from '@/plugin/kernel/time'

import { choosePay } from '../../arrears/actions'
import { resolveDueNow } from '../../contract/standing'
import { money } from '../../format'
import { ChoiceFields, type ChoiceProps } from './ChoiceFields'

/** *Bayar*: recorded as the choice, then to the payment of everything that is due. */
export async function PayChoice(props: ChoiceProps) {
  const { arrears, locale } = props
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const due = resolveDueNow({ ...arrears.standing, today: wibDayOf(clock.now()) })
  const amount = money({ amount: due?.amount ?? 0, locale })
  const hasMore = (due?.amount ?? 0) > arrears.standing.toBecomeCurrent
  return (
    <section aria-labelledby="pilih-bayar" className="card grid content-start gap-4 p-6">
      <h2 className="text-xl" id="pilih-bayar">
        {t('payTitle')}
      </h2>
      <ul className="list-disc space-y-1 pl-5">
        <li>{t('pay1')}</li>
        <li>{t('pay2')}</li>
        {hasMore ? <li>{t('payToday')}</li> : null}
      </ul>
      <form action={choosePay} className="grid">
        <ChoiceFields {...props} />
        <button className="btn btn-primary text-lg" type="submit">
          {t('pay', { amount })}
        </button>
      </form>
    </section>
  )
}

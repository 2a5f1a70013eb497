import { getTranslations } from 'next-intl/server'

import { clock, formatDay, wibDay, wibDayOf } from '@/plugin/kernel/time'

import { buildPayOptions, type PayOption, resolveDueNow } from '../../contract/standing'
import { wishOfAttempt } from '../../contract/wish'
import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { askStatus, payOrder } from '../../order/actions'
import { canPay, hasOpenAttempt, isSettled } from '../../order/status'
import type { PublicOrder } from '../../shop'
import { AmountBox } from '../order/AmountBox'
import { FormButton } from '../order/FormButton'
import type { ContractProps } from './ContractCard'

type PayProps = ContractProps & { order: PublicOrder }

const daily = (day: string, locale: StoreLocale): string => formatDay(wibDay(day), locale)

/** An invoice that waits at the gateway: go on with it, another method, or its state. */
async function OpenInvoice({ locale, order }: PayProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const { payment } = order
  if (!payment || !hasOpenAttempt(order)) {
    return null
  }
  const wish = wishOfAttempt(payment)
  const shared = { locale, order }
  return (
    <div className="mb-6 grid gap-3">
      <AmountBox locale={locale} order={order} />
      <FormButton
        {...shared}
        action={payOrder}
        className="btn-primary text-lg"
        hidden={wish}
        label={t('payContinue')}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <FormButton
          {...shared}
          action={payOrder}
          className="btn-secondary"
          hidden={{ ...wish, renew: '1' }}
          label={t('switchMethod')}
        />
        <FormButton {...shared} action={askStatus} className="btn-secondary" label={t('check')} />
      </div>
    </div>
  )
}

/** *Bayar*: what is due, else the next instalment. */
async function PayDue(props: PayProps) {
  const { contract, locale, order } = props
  const t = await getTranslations({ locale, namespace: 'contract' })
  const due = resolveDueNow({ ...contract.standing, today: wibDayOf(clock.now()) })
  if (!due) {
    return null
  }
  const className = hasOpenAttempt(order) ? 'btn-secondary' : 'btn-primary text-lg'
  return (
    <div className="grid gap-1">
      <FormButton
        action={payOrder}
        className={className}
        label={t('payDue', { amount: money({ amount: due.amount, locale }) })}
        locale={locale}
        order={order}
      />
      <p className="text-sm text-muted">{t(due.isAhead ? 'payDueAhead' : 'payDueHint')}</p>
    </div>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'contract'>>>

const labelOf = (t: Words, option: PayOption, locale: StoreLocale): string => {
  const amount = money({ amount: option.amount, locale })
  if (!option.until) {
    return t('optionFees', { amount })
  }
  const { count, fees, until } = option
  return t('option', { amount, count, date: daily(until, locale), fees: fees > 0 ? 'yes' : 'no' })
}

/** *Bayar beberapa*: a plain list to choose from, the oldest debts first. */
async function PaySome({ contract, locale, order }: PayProps) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const options = buildPayOptions({ ...contract.standing, today: wibDayOf(clock.now()) })
  if (options.length < 2) {
    return null
  }
  return (
    <form action={payOrder} className="grid gap-2">
      <input name="token" readOnly type="hidden" value={order.token} />
      <input name="locale" readOnly type="hidden" value={locale} />
      <label className="font-semibold" htmlFor="berapa-cicilan">
        {t('someLabel')}
      </label>
      <select className="input" id="berapa-cicilan" name="instalments">
        {options.map((option) => (
          <option key={option.seqs.length} value={option.seqs.join(',')}>
            {labelOf(t, option, locale)}
          </option>
        ))}
      </select>
      <button className="btn btn-secondary" type="submit">
        {t('paySome')}
      </button>
    </form>
  )
}

/** *Lunasi*: everything that is left, with what is forgiven for it. */
async function PayOff({ contract, locale, order }: PayProps) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { payoff, standing } = contract
  const open = standing.debts.filter(({ state }) => state === 'open')
  if (payoff.amount <= 0 || (open.length < 2 && payoff.rebate === 0)) {
    return null
  }
  return (
    <div className="grid gap-1">
      <FormButton
        action={payOrder}
        className="btn-secondary"
        hidden={{ pay: 'all' }}
        label={t('payOff', { amount: money({ amount: payoff.amount, locale }) })}
        locale={locale}
        order={order}
      />
      <p className="text-sm text-muted">
        {payoff.rebate > 0
          ? t('payOffRebate', { amount: money({ amount: payoff.rebate, locale }) })
          : t('payOffPlain')}
      </p>
    </div>
  )
}

/** Pay what is due, several, or all. Plain forms: all of it works without JavaScript. */
export async function ContractPay(props: PayProps) {
  const { locale, order } = props
  const t = await getTranslations({ locale, namespace: 'order' })
  if (isSettled(order)) {
    return <AmountBox locale={locale} order={order} />
  }
  return (
    <>
      <OpenInvoice {...props} />
      {canPay(order) ? (
        <div className="grid gap-5">
          <PayDue {...props} />
          <PaySome {...props} />
          <PayOff {...props} />
        </div>
      ) : null}
      <p className="secure-note mt-5">{t('antiFraud')}</p>
    </>
  )
}

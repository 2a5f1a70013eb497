import { getTranslations } from 'next-intl/server'

import { wishOfAttempt } from '../../contract/wish'
import type { StoreLocale } from '../../i18n/locales'
import { askStatus, payOrder } from '../../order/actions'
import { canPay, hasOpenAttempt, isSettled } from '../../order/status'
import type { PublicOrder } from '../../shop'

import { FormButton } from './FormButton'

type PayActionsProps = { locale: StoreLocale; order: PublicOrder }

const payLabel = (order: PublicOrder): 'payContinue' | 'payNow' | 'payRetry' => {
  if (hasOpenAttempt(order)) {
    return 'payContinue'
  }
  return order.nextAction === 'retry' ? 'payRetry' : 'payNow'
}

/** Of a contract the same debts are asked for again. */
const wishOf = ({ contract, payment }: PublicOrder): Record<string, string> =>
  contract && payment && payment.state !== 'paid' ? wishOfAttempt(payment) : {}

/** The button that starts or continues a payment, alone. */
export async function PayButton({ locale, order }: PayActionsProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  return (
    <FormButton
      action={payOrder}
      className="btn-primary text-lg"
      hidden={wishOf(order)}
      label={t(payLabel(order))}
      locale={locale}
      order={order}
    />
  )
}

/** Pay, change the method, ask for the status. Plain forms: all of it works without JavaScript. */
export async function PayActions({ locale, order }: PayActionsProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  if (isSettled(order)) {
    return null
  }
  const shared = { className: 'btn-secondary', locale, order }
  return (
    <div className="mt-6 grid gap-3">
      {canPay(order) ? <PayButton locale={locale} order={order} /> : null}
      <div className="grid gap-3 sm:grid-cols-2">
        {hasOpenAttempt(order) ? (
          <FormButton
            {...shared}
            action={payOrder}
            hidden={{ renew: '1' }}
            label={t('switchMethod')}
          />
        ) : null}
        {order.payment ? <FormButton {...shared} action={askStatus} label={t('check')} /> : null}
      </div>
      <p className="secure-note">{t('antiFraud')}</p>
    </div>
  )
}

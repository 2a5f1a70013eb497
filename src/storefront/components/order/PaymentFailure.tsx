import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { canPay, resolveStatus } from '../../order/status'
import type { PublicOrder } from '../../shop'
import { StoreLink } from '../StoreLink'

import { FailureReason } from './Failure'
import { HelpBox } from './HelpBox'
import { LiveStatus } from './LiveStatus'
import { PayButton } from './PayActions'
import { StatusBadge } from './StatusBadge'

type PaymentFailureProps = { locale: StoreLocale; order: PublicOrder }

const retrySteps = ['retry1', 'retry2', 'retry3'] as const

async function RetrySteps({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'payment' })
  return (
    <section aria-labelledby="cara-coba">
      <h2 className="mb-3 text-xl" id="cara-coba">
        {t('retryTitle')}
      </h2>
      <ol className="list-decimal space-y-1 pl-5">
        {retrySteps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </section>
  )
}

/** Why a payment failed, how to try again, and whom to ask. */
export async function PaymentFailure({ locale, order }: PaymentFailureProps) {
  const t = await getTranslations({ locale, namespace: 'payment' })
  return (
    <div className="wrap-narrow grid gap-8 py-10 sm:py-14">
      <div>
        <StatusBadge locale={locale} status={resolveStatus(order)} />
        <h1 className="mt-3">{t('failedTitle')}</h1>
        <div className="mt-4 text-lg text-muted">
          <FailureReason locale={locale} order={order} />
        </div>
      </div>
      <div className="grid max-w-sm gap-3">
        {canPay(order) ? <PayButton locale={locale} order={order} /> : null}
        <StoreLink className="btn btn-secondary" locale={locale} path={`/pesanan/${order.token}`}>
          {t('openOrder')}
        </StoreLink>
      </div>
      {canPay(order) ? <RetrySteps locale={locale} /> : null}
      <HelpBox locale={locale} number={order.number} />
      <LiveStatus locale={locale} order={order} path={`/pembayaran/selesai?token=${order.token}`} />
    </div>
  )
}

import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { resolveStatus } from '../../order/status'
import type { PublicOrder } from '../../shop'

type FailureProps = { locale: StoreLocale; order: PublicOrder }

const reasons = {
  cancelled: 'cancelled',
  expired: 'expiredReason',
  failed: 'failed',
  review: 'review',
} as const

const hasReason = (status: string): status is keyof typeof reasons => status in reasons

/** A running contract is no failure because an invoice was left to expire. */
const isForgotten = ({ contract, payment, paymentState }: PublicOrder): boolean =>
  contract !== null && paymentState === 'partly_paid' && payment?.state === 'expired'

/** Why a payment did not work, in words the customer can use. */
export async function FailureReason({ locale, order }: FailureProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const status = resolveStatus(order)
  if (order.state !== 'cancelled' && order.payment?.state === 'cancelled') {
    return <p>{t('cancelledReason')}</p>
  }
  return hasReason(status) ? <p>{t(reasons[status])}</p> : null
}

/** The failure box of the order page: reason, and how to go on. Nothing when all is well. */
export async function Failure({ locale, order }: FailureProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const status = resolveStatus(order)
  if (!hasReason(status) || isForgotten(order)) {
    return null
  }
  const isFailure = status === 'failed' || status === 'expired'
  return (
    <section
      aria-label={t('failedTitle')}
      className="notice mb-6"
      data-tone={isFailure ? 'danger' : 'warning'}
    >
      {isFailure ? <h2 className="mb-1 text-lg">{t('failedTitle')}</h2> : null}
      <FailureReason locale={locale} order={order} />
      {isFailure && !order.contract ? <p className="mt-2">{t('howToRetry')}</p> : null}
    </section>
  )
}

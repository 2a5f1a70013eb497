import { getTranslations } from 'next-intl/server'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { hasJustPaid, resolveStatus } from '../../order/status'
import type { PublicOrder } from '../../shop'
import { ContractBadge } from '../contract/ContractBadge'
import { StoreLink } from '../StoreLink'

import { LiveStatus } from './LiveStatus'
import { PaymentFailure } from './PaymentFailure'
import { StatusBadge } from './StatusBadge'

type PaymentResultProps = { locale: StoreLocale; order: PublicOrder }

const failures = ['failed', 'expired', 'cancelled']

/** One instalment of many has come in. */
async function ContractText({ locale, order }: PaymentResultProps) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { count = 0, paidCount = 0 } = order.contract?.standing ?? {}
  const amount = money({ amount: order.payment?.amount ?? 0, locale })
  return (
    <>
      <h1>{t('receivedTitle')}</h1>
      <p className="mx-auto mt-4 max-w-[48ch] text-lg text-muted">
        {t('receivedText', { amount, count, number: order.number, paid: paidCount })}
      </p>
    </>
  )
}

async function ResultText({ locale, order }: PaymentResultProps) {
  const t = await getTranslations({ locale, namespace: 'payment' })
  const isPaid = order.paymentState === 'paid'
  const amount = money({ amount: order.total, locale })
  return (
    <>
      {isPaid ? (
        <p aria-hidden="true" className="my-8">
          <span className="stamp stamp-in">{t('successStamp')}</span>
        </p>
      ) : null}
      <h1>{t(isPaid ? 'successTitle' : 'pendingTitle')}</h1>
      <p className="mx-auto mt-4 max-w-[48ch] text-lg text-muted">
        {isPaid
          ? t('successText', { amount, number: order.number })
          : t('pendingText', { number: order.number })}
      </p>
    </>
  )
}

/** Paid, failed or still waiting: what the shop itself knows about the payment. */
export async function PaymentResult({ locale, order }: PaymentResultProps) {
  const t = await getTranslations({ locale, namespace: 'payment' })
  const status = resolveStatus(order)
  if (failures.includes(status)) {
    return <PaymentFailure locale={locale} order={order} />
  }
  return (
    <div className="wrap-narrow grid justify-items-center py-14 text-center sm:py-20">
      {order.contract ? (
        <ContractBadge locale={locale} order={order} />
      ) : (
        <StatusBadge locale={locale} status={status} />
      )}
      <div className="mt-4">
        {hasJustPaid(order) && order.paymentState !== 'paid' ? (
          <ContractText locale={locale} order={order} />
        ) : (
          <ResultText locale={locale} order={order} />
        )}
      </div>
      <StoreLink className="btn btn-primary mt-8" locale={locale} path={`/pesanan/${order.token}`}>
        {t('openOrder')}
      </StoreLink>
      <LiveStatus locale={locale} order={order} path={`/pembayaran/selesai?token=${order.token}`} />
    </div>
  )
}

import { getTranslations } from 'next-intl/server'

import { money, moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { amountDue, hasOpenAttempt, isSettled } from '../../order/status'
import type { PublicOrder } from '../../shop'

import { CopyButton } from './CopyButton'
import { Countdown } from './Countdown'

type AmountBoxProps = { locale: StoreLocale; order: PublicOrder }

async function Deadline({ locale, order }: AmountBoxProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const deadline = order.payment?.expiresAt
  if (!deadline || !hasOpenAttempt(order)) {
    return null
  }
  const labels = {
    expired: t('expired'),
    minutesLeft: String(t.raw('minutesLeft')),
    remaining: t('remaining'),
  }
  return (
    <div className="mt-3">
      <p className="font-semibold">
        <time dateTime={deadline}>{t('deadline', { date: moment({ at: deadline, locale }) })}</time>
      </p>
      <Countdown deadline={deadline} labels={labels} />
    </div>
  )
}

/** The one number that matters, with its deadline; the stamp once it is paid. */
export async function AmountBox({ locale, order }: AmountBoxProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const isPaid = order.paymentState === 'paid'
  const amount = isPaid || isSettled(order) ? order.total : amountDue(order)
  const digits = String(amount)
  return (
    <div>
      <p className="text-sm text-muted">{t(isPaid ? 'amountPaid' : 'amountDue')}</p>
      <p className="money text-[clamp(2.25rem,1.6rem+3vw,3.25rem)] leading-tight font-extrabold">
        {money({ amount, locale })}
      </p>
      {isPaid ? (
        <p className="mt-4">
          <span aria-hidden="true" className="stamp stamp-in">
            {t('stamp')}
          </span>
        </p>
      ) : null}
      {hasOpenAttempt(order) && !isSettled(order) ? (
        <>
          <CopyButton digits={digits} done={t('copied')} label={t('copyAmount')} />
          <noscript>
            <p className="text-sm text-muted select-all">{t('copyFallback', { digits })}</p>
          </noscript>
          <Deadline locale={locale} order={order} />
        </>
      ) : null}
    </div>
  )
}

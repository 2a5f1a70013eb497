import { getTranslations } from 'next-intl/server'

import type { PublicRefund } from '@/plugin/refunds'

import { calendarDay, moment, money } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { findRefunds } from '../../refund/refunds'
import { StoreLink } from '../StoreLink'
import { WithdrawForm } from './WithdrawForm'

type OrderRefundsProps = { locale: StoreLocale; token: string }

const TONES = {
  approved: 'info',
  executed: 'success',
  rejected: 'neutral',
  requested: 'warning',
  withdrawn: 'neutral',
} as const

async function OneRefund({ locale, refund, token }: { refund: PublicRefund } & OrderRefundsProps) {
  const { amount, executedAt, label, mayWithdraw, number, refusal, sendBy, state, way } = refund
  const t = await getTranslations({ locale, namespace: 'refund' })
  const how = t(way === 'duitku' ? 'toSource' : 'toAccount')
  return (
    <li>
      <p className="flex flex-wrap items-center gap-2">
        <span>
          {number}: <strong>{money({ amount, locale })}</strong>
        </span>
        <span className="badge" data-tone={TONES[state]}>
          {label[locale]}
        </span>
      </p>
      {refusal ? <p className="text-muted">{t('why', { reason: refusal })}</p> : null}
      {sendBy ? (
        <p className="text-muted">
          {t('sendBy', { date: calendarDay({ at: sendBy, locale }), how })}
        </p>
      ) : null}
      {executedAt ? (
        <p className="text-muted">{t('sent', { date: moment({ at: executedAt, locale }) })}</p>
      ) : null}
      {mayWithdraw ? (
        <WithdrawForm
          copy={{ sending: t('sending'), submit: t('withdraw') }}
          hidden={{ locale, number, token }}
          permalink={localPath({ locale, path: `/pesanan/${token}` })}
        />
      ) : null}
    </li>
  )
}

/** The refunds of an order, and the way to ask for one; nothing while there is nothing to say. */
export async function OrderRefunds({ locale, token }: OrderRefundsProps) {
  const found = await findRefunds(token)
  if (!found || (found.refunds.length === 0 && !found.offer)) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'refund' })
  return (
    <section aria-labelledby="pengembalian">
      <h2 className="mb-2 text-xl" id="pengembalian">
        {t('section')}
      </h2>
      <ul className="mb-4 grid gap-3">
        {found.refunds.map((refund) => (
          <OneRefund key={refund.number} locale={locale} refund={refund} token={token} />
        ))}
      </ul>
      {found.offer ? (
        <>
          <p className="mb-3 text-muted">
            {t('until', { date: moment({ at: found.offer.until, locale }) })}
          </p>
          <StoreLink
            className="btn btn-secondary"
            locale={locale}
            path={`/pesanan/${token}/pengembalian`}
          >
            {t('button')}
          </StoreLink>
        </>
      ) : (
        <p className="text-muted">{t('contact')}</p>
      )}
    </section>
  )
}

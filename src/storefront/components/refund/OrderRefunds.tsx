import { getTranslations } from 'next-intl/server'

import { moment, money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { findRefunds } from '../../refund/refunds'
import { StoreLink } from '../StoreLink'

type OrderRefundsProps = { locale: StoreLocale; token: string }

const TONES = {
  approved: 'info',
  executed: 'success',
  rejected: 'neutral',
  requested: 'warning',
} as const

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
        {found.refunds.map(({ amount, executedAt, label, number, refusal, state }) => (
          <li key={number}>
            <p className="flex flex-wrap items-center gap-2">
              <span>
                {number}: <strong>{money({ amount, locale })}</strong>
              </span>
              <span className="badge" data-tone={TONES[state]}>
                {label[locale]}
              </span>
            </p>
            {refusal ? <p className="text-muted">{t('why', { reason: refusal })}</p> : null}
            {executedAt ? (
              <p className="text-muted">
                {t('sent', { date: moment({ at: executedAt, locale }) })}
              </p>
            ) : null}
          </li>
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

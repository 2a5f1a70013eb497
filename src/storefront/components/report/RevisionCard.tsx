import { getTranslations } from 'next-intl/server'

import { formatBytes } from '@/plugin/kernel/bytes'

import { calendarDay } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type Reports = NonNullable<PublicOrder['items'][number]['reports']>

type RevisionCardProps = {
  isNewest: boolean
  locale: StoreLocale
  report: Reports['reports'][number]
  token: string
}

/** The button: a plain form, so that it works without JavaScript, and looking at it fetches nothing. */
async function GetButton({ isNewest, locale, report, token }: RevisionCardProps) {
  const t = await getTranslations({ locale, namespace: 'report' })
  const { id, revision, state, validUntil } = report
  if (state !== 'ready') {
    const date = calendarDay({ at: validUntil, locale })
    return (
      <p className="notice" data-tone={state === 'preparing' ? 'info' : 'warning'}>
        {state === 'expired' ? t('expired', { date }) : t(state)}
      </p>
    )
  }
  return (
    <form action="/unduh/laporan" className="grid" method="post">
      <input name="token" type="hidden" value={token} />
      <input name="report" type="hidden" value={id} />
      <input name="locale" type="hidden" value={locale} />
      <button
        aria-label={t('getNamed', { revision })}
        className={`btn ${isNewest ? 'btn-primary' : 'btn-secondary'}`}
        type="submit"
      >
        {t('get')}
      </button>
    </form>
  )
}

/** One revision: what it is, how large, its fingerprint, until when it can be fetched. */
export async function RevisionCard(props: RevisionCardProps) {
  const { locale, report } = props
  const t = await getTranslations({ locale, namespace: 'report' })
  const { name, revision, sha256, size, validUntil } = report
  return (
    <li className="grid gap-4 border-t border-line pt-5 first:border-0 first:pt-0">
      <div>
        <p className="font-bold">{t('revision', { revision })}</p>
        <p className="text-sm break-all text-muted">{name}</p>
      </div>
      {size !== undefined && sha256 ? (
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
          <div>
            <dt className="text-muted">{t('size')}</dt>
            <dd className="font-semibold">{formatBytes(size, locale)}</dd>
          </div>
          <div>
            <dt className="text-muted">{t('until')}</dt>
            <dd className="font-semibold">{calendarDay({ at: validUntil, locale })}</dd>
          </div>
          <div className="sm:col-span-2">
            <dt className="text-muted">{t('fingerprint')}</dt>
            <dd className="font-mono text-xs break-all">{sha256}</dd>
            <dd className="mt-1 text-xs text-muted">{t('fingerprintHelp')}</dd>
          </div>
        </dl>
      ) : null}
      <GetButton {...props} />
    </li>
  )
}

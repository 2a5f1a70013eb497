import { getTranslations } from 'next-intl/server'

import { calendarDay } from '../../format'
import { localPath } from '../../i18n/locales'
import { readScopeNotice, scopeNotices } from '../../scope/notice'
import { ProofCard } from './ProofCard'
import { FormOrWritten, type FormProps } from './FormOrWritten'

type ScopePageProps = { notice: unknown } & FormProps

const TONES = {
  agreed: 'success',
  cancelled: 'info',
  changes: 'warning',
  draft: 'warning',
  proven: 'info',
  submitted: 'warning',
} as const

async function Notice({ locale, notice }: Pick<ScopePageProps, 'locale' | 'notice'>) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const code = readScopeNotice(notice)
  return code ? (
    <p className="notice" data-tone={scopeNotices[code].tone} role="status">
      {t(scopeNotices[code].key)}
    </p>
  ) : null
}

/** When it will be; or what has to be changed before. */
async function News({ locale, scope }: Pick<ScopePageProps, 'locale' | 'scope'>) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const { changes, schedule, state } = scope
  if (changes) {
    return (
      <section aria-labelledby="perubahan" className="notice" data-tone="warning">
        <h2 className="text-lg" id="perubahan">
          {t('changesTitle')}
        </h2>
        <p className="whitespace-pre-line">{changes}</p>
      </section>
    )
  }
  if (schedule) {
    return (
      <section aria-labelledby="jadwal" className="card grid gap-3 p-5 sm:p-6">
        <h2 className="text-xl" id="jadwal">
          {t('scheduleTitle')}
        </h2>
        <dl className="grid gap-4 sm:grid-cols-2">
          <div>
            <dt className="text-sm text-muted">{t('startsOn')}</dt>
            <dd className="font-semibold">{calendarDay({ at: schedule.startsOn, locale })}</dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t('readyOn')}</dt>
            <dd className="font-semibold">{calendarDay({ at: schedule.readyOn, locale })}</dd>
          </div>
        </dl>
        {schedule.note ? <p className="whitespace-pre-line">{schedule.note}</p> : null}
      </section>
    )
  }
  return state === 'proven' ? <p>{t('provenNext')}</p> : null
}

/** The page of the scope of one analysis: where it stands, the proof, the form. */
export async function ScopePage(props: ScopePageProps) {
  const { isChanging, item, locale, notice, order, scope } = props
  const t = await getTranslations({ locale, namespace: 'scope' })
  const { form, proof, state } = scope
  return (
    <div className="wrap-narrow grid gap-6 pt-10 sm:pt-14">
      <Notice locale={locale} notice={notice} />
      <div>
        <p className="mb-3">
          <span className="badge" data-tone={TONES[state]}>
            {scope.label[locale]}
          </span>
        </p>
        <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)]">{t('title')}</h1>
        <p className="mt-1 text-muted">
          {item.title}. {form ? '' : t('lead')}
        </p>
      </div>
      <News locale={locale} scope={scope} />
      {proof && form && state !== 'cancelled' && !scope.changes && !isChanging ? (
        <ProofCard
          domain={form.domain}
          hidden={{ item: item.id, locale, token: order.token }}
          locale={locale}
          proof={proof}
        />
      ) : null}
      <FormOrWritten {...props} />
      <p>
        <a className="link" href={localPath({ locale, path: `/pesanan/${order.token}` })}>
          {t('back')}
        </a>
      </p>
    </div>
  )
}

import type { ReactNode } from 'react'

import { formatDay } from '@/plugin/kernel/time'
import type { SpkVerification } from '@/plugin/spk'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { buildComparable, buildCompareCopy, type VerifyWords } from '../../spk/verify/copy'
import { PageHead } from '../PageHead'
import { FileCheck } from './FileCheck'
import { FileTable } from './FileTable'

type VerifyProps = { locale: StoreLocale; t: VerifyWords; verification: SpkVerification }

/** How each system computes a fingerprint without this page; commands are the same in every language. */
const BY_HAND = [
  ['Windows', 'certutil -hashfile spk.pdf SHA256'],
  ['macOS', 'shasum -a 256 spk.pdf'],
  ['Linux', 'sha256sum spk.pdf'],
] as const

const findFacts = ({ locale, t, verification }: VerifyProps): [string, string][] => {
  const { dates, maskedNames, revision, stateLabel } = verification
  const instant = (at: Date | null): string => moment({ at: at?.toISOString(), locale })
  const rows: [string, string][] = [
    [t('state'), stateLabel[locale]],
    [t('revision'), String(revision)],
    [t('provider'), maskedNames.provider],
    [t('customer'), maskedNames.customer],
    [t('agreedOn'), formatDay(dates.agreedOn, locale)],
    [t('issuedAt'), instant(dates.issuedAt)],
    [t('confirmedAt'), instant(dates.confirmedAt)],
    [t('sealedAt'), instant(dates.sealedAt)],
  ]
  return rows.filter(([, value]) => value !== '')
}

function Part({ children, id, title }: { children: ReactNode; id: string; title: string }) {
  return (
    <section aria-labelledby={id} className="card mb-6 p-5 sm:p-8">
      <h2 className="mb-4 text-xl" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}

function Chain({ t, verification: { chain } }: VerifyProps) {
  const { links, waiting } = chain
  const broken = links.find(({ isIntact }) => !isIntact)
  if (links.length === 0) {
    return <p className="text-muted">{t('chainNone')}</p>
  }
  return (
    <>
      <p className="mb-2">
        {broken ? t('chainBroken', { seq: broken.seq }) : t('chainIntact', { count: links.length })}{' '}
        {waiting > 0 ? t('chainWaiting', { count: waiting }) : null}
      </p>
      <p>{t('chainHint')}</p>
      <details className="disclosure mt-4">
        <summary>{t('chainLinks', { count: links.length })}</summary>
        <dl className="grid gap-2 pb-4 text-sm">
          {links.map(({ hash, isIntact, seq }) => (
            <div key={seq}>
              <dt className="text-muted">
                {isIntact ? t('chainLink', { seq }) : t('chainLinkBroken', { seq })}
              </dt>
              <dd className="font-mono text-xs break-all">{hash}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function ByHand({ t }: { t: VerifyWords }) {
  return (
    <details className="disclosure mt-4">
      <summary>{t('byHandTitle')}</summary>
      <p>{t('byHandHint')}</p>
      <dl className="grid gap-2 pb-4 text-sm">
        {BY_HAND.map(([system, command]) => (
          <div key={system}>
            <dt className="text-muted">{system}</dt>
            <dd className="font-mono text-xs break-all">{command}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** What is on record of an agreement, and whether a file is the one on record. */
export function VerifyView(props: VerifyProps) {
  const { locale, t, verification } = props
  const { files, number } = verification
  return (
    <div className="wrap-narrow">
      <PageHead lead={t('lead')} title={t('title', { number })} />
      <dl className="card mb-6 grid gap-4 p-5 sm:grid-cols-2 sm:p-8">
        {findFacts(props).map(([term, value]) => (
          <div key={term}>
            <dt className="text-sm text-muted">{term}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <Part id="bandingkan" title={t('compareTitle')}>
        <p className="mb-4">{t('compareLead')}</p>
        <FileCheck copy={buildCompareCopy(t)} files={buildComparable({ files, locale, t })} />
        <ByHand t={t} />
      </Part>
      <Part id="sidik" title={t('filesTitle')}>
        <FileTable files={files} locale={locale} t={t} />
      </Part>
      <Part id="catatan" title={t('chainTitle')}>
        <Chain {...props} />
      </Part>
      <p className="text-sm text-muted">{t('limits')}</p>
    </div>
  )
}

import { getTranslations } from 'next-intl/server'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { askForCode, askForProof } from '../../scope/actions'
import { type PublicScope, SIGHT_WORDS, type Sight } from '../../scope/scopes'
import { CopyButton } from '../order/CopyButton'

type Proof = NonNullable<PublicScope['proof']>

type ProofProps = { hidden: Record<string, string>; locale: StoreLocale; proof: Proof }

async function Value(props: { locale: StoreLocale; name: string; value: string }) {
  const { locale, name, value } = props
  const t = await getTranslations({ locale, namespace: 'scope' })
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <code className="block rounded bg-sunken px-2 py-1.5 text-sm break-all">{value}</code>
        <CopyButton digits={value} done={t('copied')} label={t('copy', { name })} />
      </dd>
    </div>
  )
}

/** The two ways, of which one is enough. */
async function Ways({ locale, proof }: Omit<ProofProps, 'hidden'>) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const { fileUrl, record, value } = proof
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <section aria-labelledby="cara-dns" className="rounded-lg border border-line p-4">
        <h3 className="mb-2 font-semibold" id="cara-dns">
          {t('wayDns')}
        </h3>
        <p className="mb-3 text-sm text-muted">{t('wayDnsHint')}</p>
        <dl className="grid gap-3">
          <Value locale={locale} name={t('recordName')} value={record} />
          <Value locale={locale} name={t('recordValue')} value={value} />
        </dl>
      </section>
      <section aria-labelledby="cara-berkas" className="rounded-lg border border-line p-4">
        <h3 className="mb-2 font-semibold" id="cara-berkas">
          {t('wayFile')}
        </h3>
        <p className="mb-3 text-sm text-muted">{t('wayFileHint')}</p>
        <dl className="grid gap-3">
          <Value locale={locale} name={t('fileUrl')} value={fileUrl} />
          <Value locale={locale} name={t('fileText')} value={value} />
        </dl>
      </section>
    </div>
  )
}

/** What the last look has seen, in either place. */
async function Seen({ locale, proof }: Omit<ProofProps, 'hidden'>) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const { look, lookedAt } = proof
  if (!look || !lookedAt) {
    return <p className="text-muted">{t('notLooked')}</p>
  }
  const rows: [string, Sight][] = [
    [t('wayDns'), look.dns],
    [t('wayFile'), look.file],
  ]
  return (
    <div>
      <p className="mb-1 font-semibold">
        <time dateTime={lookedAt}>{t('looked', { date: moment({ at: lookedAt, locale }) })}</time>
      </p>
      <ul className="grid gap-1">
        {rows.map(([name, sight]) => (
          <li key={name}>
            <span className="font-semibold">{name}:</span> {SIGHT_WORDS[sight][locale]}
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Buttons({ hidden, locale, proof }: ProofProps) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  return (
    <form action={proof.hasExpired ? askForCode : askForProof}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <button className="btn btn-primary" type="submit">
        {t(proof.hasExpired ? 'renew' : 'lookNow')}
      </button>
    </form>
  )
}

/** How the customer proves that the domain is his, and what was seen of it. */
export async function ProofCard(props: { domain: string } & ProofProps) {
  const { domain, locale, proof } = props
  const t = await getTranslations({ locale, namespace: 'scope' })
  const until = moment({ at: proof.until, locale })
  return (
    <section aria-labelledby="bukti" className="card grid gap-5 p-5 sm:p-6">
      <h2 className="text-xl" id="bukti">
        {t('proofTitle')}
      </h2>
      {proof.isProven ? (
        <p className="notice" data-tone="success">
          {t(`provenBy.${proof.provenBy ?? 'dns'}`, { domain })}
        </p>
      ) : (
        <>
          <p>{t('proofLead', { domain })}</p>
          {proof.hasExpired ? (
            <p className="notice" data-tone="warning">
              {t('expired', { date: until })}
            </p>
          ) : (
            <Ways locale={locale} proof={proof} />
          )}
          <Seen locale={locale} proof={proof} />
          <Buttons {...props} />
          {proof.hasExpired ? null : (
            <p className="text-sm text-muted">{t('proofUntil', { date: until })}</p>
          )}
        </>
      )}
    </section>
  )
}

import { getTranslations } from 'next-intl/server'

import { localPath, type StoreLocale } from '../../i18n/locales'
import { CAPACITIES, type PublicScope } from '../../scope/scopes'
import { scopeFields, type ScopeState } from '../../scope/state'
import type { PublicOrder } from '../../shop'
import { type ScopeCopy, ScopeForm } from './ScopeForm'

/** What the form of a scope, and the page around it, are about. */
export type FormProps = {
  /** Whether the form was asked for although it is written already. */
  isChanging: boolean
  item: PublicOrder['items'][number]
  locale: StoreLocale
  order: PublicOrder
  scope: PublicScope
}

const valuesOf = ({ form }: PublicScope): ScopeState['values'] =>
  form ? { ...form, hosts: form.hosts.join('\n') } : {}

const OPTIONAL = ['hosts', 'outOfScope', 'technology', 'testAccount']

const buildCopy = async (locale: StoreLocale, wording: string): Promise<ScopeCopy> => {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const texts = scopeFields.filter((field) => field !== 'authorised' && field !== 'signerCapacity')
  const fields = texts.map((field) => [
    field,
    {
      hint: t(`${field}Hint`),
      label: OPTIONAL.includes(field) ? `${t(field)} ${t('optional')}` : t(field),
    },
  ])
  return {
    ...(Object.fromEntries(fields) as Pick<ScopeCopy, (typeof texts)[number]>),
    authorised: t('authorised'),
    capacities: Object.entries(CAPACITIES).map(([value, label]) => [value, label[locale]]),
    errorTitle: t('errorTitle'),
    limitsTitle: t('limitsTitle'),
    sending: t('sending'),
    signatureTitle: t('signatureTitle'),
    signerCapacity: t('signerCapacity'),
    siteTitle: t('siteTitle'),
    submit: t('submit'),
    wording,
  }
}

/** What the customer has written, once it cannot be changed here any more. */
async function Written({ locale, scope }: Pick<FormProps, 'locale' | 'scope'>) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const values = valuesOf(scope)
  const rows = scopeFields.flatMap((field) =>
    field === 'authorised' || field === 'signerCapacity' || !values[field]
      ? []
      : [[field, values[field]] as const],
  )
  return (
    <section aria-labelledby="isian" className="card grid gap-3 p-5 sm:p-6">
      <h2 className="text-xl" id="isian">
        {t('writtenTitle')}
      </h2>
      <dl className="grid gap-3">
        {rows.map(([field, value]) => (
          <div key={field}>
            <dt className="text-sm text-muted">{t(field)}</dt>
            <dd className="break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

async function Form({ item, locale, order, scope }: FormProps) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const { number, text } = scope.wording
  return (
    <>
      {scope.form ? <p className="text-muted">{t('changeHint')}</p> : null}
      <ScopeForm
        copy={await buildCopy(locale, text)}
        hidden={{ item: item.id, locale, token: order.token, wording: String(number) }}
        permalink={localPath({ locale, path: changePath({ item, order }) })}
        values={valuesOf(scope)}
      />
    </>
  )
}

const changePath = ({ item, order }: Pick<FormProps, 'item' | 'order'>): string =>
  `/pesanan/${order.token}/lingkup/${item.id}?ubah=ya`

/** The form, where it has to be written or was asked for; else what was written. */
export async function FormOrWritten(props: FormProps) {
  const { isChanging, locale, scope } = props
  const { canSubmit, changes, form } = scope
  const t = await getTranslations({ locale, namespace: 'scope' })
  if (canSubmit && (isChanging || !form || changes)) {
    return <Form {...props} />
  }
  return form ? (
    <>
      <Written locale={locale} scope={scope} />
      {canSubmit ? (
        <p>
          <a className="btn btn-secondary" href={localPath({ locale, path: changePath(props) })}>
            {t('change')}
          </a>
        </p>
      ) : null}
    </>
  ) : null
}

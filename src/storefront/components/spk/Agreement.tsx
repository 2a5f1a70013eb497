import { getTranslations } from 'next-intl/server'
import { Fragment, type ReactNode } from 'react'

import { formatDay } from '@/plugin/kernel/time'

import { money } from '../../format'
import type { SpkProps } from './SpkView'

type Content = NonNullable<SpkProps['spk']['content']>

type PartProps = {
  content: Content
  locale: SpkProps['where']['locale']
  /** What stands below a part: a way to say that it is wrong. */
  remark: (field: string, name: string) => ReactNode
}

const GROUPS = [
  ['partyFacts', /^(?:orderNumber|agreementOn|place|mode|months|disputeCity)$/],
  ['partyFirst', /^provider\./],
  ['partySecond', /^customer\./],
  ['services', /^lines\./],
  ['price', /^(?:price|late)\./],
] as const

async function Facts({ content, locale, remark }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return GROUPS.map(([key, pattern]) => {
    const entries = content.entries.filter(
      ({ field, value }) => pattern.test(field) && value !== '',
    )
    return entries.length === 0 ? null : (
      <section aria-labelledby={`isi-${key}`} className="mb-6" key={key}>
        <h3 className="mb-2 text-lg" id={`isi-${key}`}>
          {t(key)}
        </h3>
        <dl className="grid gap-3 sm:grid-cols-2">
          {entries.map(({ field, label, value }) => (
            <div className="min-w-0" key={field}>
              <dt className="text-sm text-muted">{label[locale]}</dt>
              <dd className="font-semibold break-words">{value}</dd>
              <dd>{remark(field, label[locale])}</dd>
            </div>
          ))}
        </dl>
      </section>
    )
  })
}

async function Schedule({ content, locale, remark }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  const labelOf = (at: number): string =>
    content.entries.find(({ field }) => field === `instalments.${at}`)?.label[locale] ?? ''
  return (
    <section aria-labelledby="isi-jadwal" className="mb-6">
      <h3 className="mb-2 text-lg" id="isi-jadwal">
        {t('schedule')}
      </h3>
      <table className="w-full text-sm">
        <caption className="sr-only">{t('schedule')}</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th className="py-2 pr-3" scope="col">
              {t('instalment')}
            </th>
            <th className="py-2 pr-3" scope="col">
              {t('dueOn')}
            </th>
            <th className="py-2 text-right" scope="col">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {content.shown.instalments.map(({ amount, dueOn, seq }, at) => (
            <Fragment key={seq}>
              <tr className="align-top">
                <th className="pt-2 pr-3 text-left font-normal" scope="row">
                  {labelOf(at)}
                </th>
                <td className="pt-2 pr-3">
                  <time dateTime={dueOn}>{formatDay(dueOn, locale)}</time>
                </td>
                <td className="money pt-2 text-right">{money({ amount, locale })}</td>
              </tr>
              <tr className="border-b border-line">
                <td className="pb-2" colSpan={3}>
                  {remark(`instalments.${at}`, labelOf(at))}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

async function Clauses({ content, locale, remark }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return content.shown.clauses.map(({ body, key, title }, at) => (
    <article className="mb-6" key={key}>
      <h3 className="mb-2 text-lg" id={`pasal-${at + 1}`}>
        {t('clause', { number: at + 1, title })}
      </h3>
      {body.split('\n').map((paragraph, index) => (
        <p className="mb-2 max-w-[70ch] break-words" key={index}>
          {paragraph}
        </p>
      ))}
      {remark(`clauses.${key}.body`, t('clause', { number: at + 1, title }))}
    </article>
  ))
}

const withoutRemark = (): ReactNode => null

/** Everything that the document says, as a page that can be read aloud. A NIK stands masked. */
export async function Agreement(props: { remark?: PartProps['remark'] } & SpkProps) {
  const { remark = withoutRemark, spk, where } = props
  const { locale } = where
  const t = await getTranslations({ locale, namespace: 'spk' })
  if (!spk.content) {
    return null
  }
  const parts = { content: spk.content, locale, remark }
  return (
    <section aria-labelledby="isi-spk" className="card mb-6 p-5 sm:p-8">
      <h2 className="mb-1 text-xl" id="isi-spk">
        {t('contentTitle')}
      </h2>
      <p className="mb-5 text-sm text-muted">{t('contentHint')}</p>
      <Facts {...parts} />
      <Schedule {...parts} />
      <Clauses {...parts} />
      <p className="text-sm break-all text-muted">{t('hash', { hash: spk.content.hash })}</p>
    </section>
  )
}

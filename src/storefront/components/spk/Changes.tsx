import { getTranslations } from 'next-intl/server'

import type { SpkProps } from './SpkView'

/** What differs from the edition before, part by part: what went and what came, in words and marks. */
export async function Changes({ spk, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  if (spk.changes.length === 0) {
    return null
  }
  return (
    <section aria-labelledby="perubahan" className="card mb-6 p-5 sm:p-8">
      <h2 className="mb-4 text-xl" id="perubahan">
        {t('changesTitle')}
      </h2>
      <dl className="grid gap-5">
        {spk.changes.map(({ after, before, field, label }) => (
          <div key={field}>
            <dt className="font-semibold">{label[locale]}</dt>
            {before === null ? null : (
              <dd className="notice mt-1 break-words whitespace-pre-line" data-tone="danger">
                <span className="sr-only">{t('before')}: </span>
                <del>{before}</del>
              </dd>
            )}
            {after === null ? null : (
              <dd className="notice mt-1 break-words whitespace-pre-line" data-tone="success">
                <span className="sr-only">{t('after')}: </span>
                <ins className="no-underline">{after}</ins>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  )
}

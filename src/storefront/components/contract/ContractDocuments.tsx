import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'

const DOCUMENTS = [
  ['schedule.pdf', 'schedulePdf'],
  ['schedule.csv', 'scheduleCsv'],
  ['calendar.ics', 'calendar'],
  ['statement.pdf', 'statement'],
] as const

/** The papers of a contract, to keep or to print. */
export async function ContractDocuments(props: { locale: StoreLocale; token: string }) {
  const t = await getTranslations({ locale: props.locale, namespace: 'contract' })
  return (
    <section aria-labelledby="dokumen-cicilan" className="mt-6">
      <h2 className="mb-3 text-xl" id="dokumen-cicilan">
        {t('documentsTitle')}
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {DOCUMENTS.map(([file, text]) => (
          <li key={file}>
            <a
              className="link inline-flex min-h-6 items-center"
              href={`/api/shop/orders/${props.token}/${file}`}
            >
              {t(text)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

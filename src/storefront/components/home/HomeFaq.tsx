import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'

const entries = [
  ['faq1Q', 'faq1A'],
  ['faq2Q', 'faq2A'],
  ['faq3Q', 'faq3A'],
  ['faq4Q', 'faq4A'],
] as const

/** Questions asked before a first order. */
export async function HomeFaq({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'home' })
  return (
    <section aria-labelledby="tanya-jawab">
      <div className="wrap-narrow pt-14 sm:pt-20">
        <h2 className="mb-4" id="tanya-jawab">
          {t('faqTitle')}
        </h2>
        {entries.map(([question, answer]) => (
          <details className="disclosure" key={question}>
            <summary>{t(question)}</summary>
            <p>{t(answer)}</p>
          </details>
        ))}
      </div>
    </section>
  )
}

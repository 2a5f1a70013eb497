import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'

const steps = [
  ['how1Title', 'how1Text'],
  ['how2Title', 'how2Text'],
  ['how3Title', 'how3Text'],
  ['how4Title', 'how4Text'],
] as const

/** Buying in four steps. */
export async function HowItWorks({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'home' })
  return (
    <section aria-labelledby="cara-kerja">
      <div className="wrap py-14 sm:py-20">
        <h2 id="cara-kerja">{t('howTitle')}</h2>
        <ol className="mt-8 grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map(([title, text], index) => (
            <li className="border-t-4 border-accent pt-4" key={title}>
              <p aria-hidden="true" className="text-4xl font-extrabold text-brand">
                {index + 1}
              </p>
              <h3 className="mt-2">{t(title)}</h3>
              <p className="mt-1 text-muted">{t(text)}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'

const points = [
  ['trust1Title', 'trust1Text'],
  ['trust2Title', 'trust2Text'],
  ['trust3Title', 'trust3Text'],
  ['trust4Title', 'trust4Text'],
] as const

/** Reasons to trust the shop, each of which a visitor can check. */
export async function Trust({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'home' })
  return (
    <section aria-labelledby="kepercayaan" className="bg-brand-soft">
      <div className="wrap py-14 sm:py-20">
        <h2 className="max-w-[24ch]" id="kepercayaan">
          {t('trustTitle')}
        </h2>
        <ul className="tick-list mt-8 grid gap-6 sm:grid-cols-2">
          {points.map(([title, text]) => (
            <li key={title}>
              <h3>{t(title)}</h3>
              <p className="text-muted">{t(text)}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

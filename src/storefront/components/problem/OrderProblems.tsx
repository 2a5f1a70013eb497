import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { findProblemsOf } from '../../problem/problems'
import { StoreLink } from '../StoreLink'

type OrderProblemsProps = { locale: StoreLocale; token: string }

/** "Ada masalah?" on the order's page: the form, and the reports that were sent before. */
export async function OrderProblems({ locale, token }: OrderProblemsProps) {
  const t = await getTranslations({ locale, namespace: 'problem' })
  const problems = await findProblemsOf(token)
  return (
    <section aria-labelledby="masalah">
      <h2 className="mb-2 text-xl" id="masalah">
        {t('orderTitle')}
      </h2>
      <p className="mb-3 text-muted">{t('orderText')}</p>
      {problems.length > 0 ? (
        <ul className="mb-4 grid gap-2">
          {problems.map(({ label, number, token: own }) => (
            <li key={number}>
              <StoreLink className="link" locale={locale} path={`/bantuan/${own}`}>
                {t('reportTitle', { number })}
              </StoreLink>
              : {label[locale]}
            </li>
          ))}
        </ul>
      ) : null}
      <StoreLink className="btn btn-secondary" locale={locale} path={`/pesanan/${token}/masalah`}>
        {t('orderButton')}
      </StoreLink>
    </section>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { StoreLink } from '@/storefront/components/StoreLink'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const revalidate = 300

const steps = ['lookup1', 'lookup2', 'lookup3'] as const

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'order' })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title: t('lookupTitle') })
}

export default async function OrdersPage({ params }: LocaleParams) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'order' })
  const footer = await getTranslations({ locale, namespace: 'footer' })
  return (
    <Shell locale={locale} path="/pesanan">
      <div className="wrap-narrow">
        <PageHead lead={t('lookupLead')} title={t('lookupTitle')} />
        <ol className="grid gap-5">
          {steps.map((step, index) => (
            <li className="flex items-start gap-4" key={step}>
              <span
                aria-hidden="true"
                className="grid size-9 shrink-0 place-items-center rounded-full bg-brand-soft font-bold text-brand"
              >
                {index + 1}
              </span>
              <span className="pt-1">{t(step)}</span>
            </li>
          ))}
        </ol>
        <p className="notice mt-8">
          {t('lookupHelp')}{' '}
          <StoreLink locale={locale} path="/kontak">
            {footer('contact')}
          </StoreLink>
        </p>
        <p className="mt-6">
          <StoreLink className="link" locale={locale} path="/akun">
            {t('lookupAccount')}
          </StoreLink>
        </p>
      </div>
    </Shell>
  )
}

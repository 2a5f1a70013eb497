import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { findVisitor } from '@/storefront/account/visitor'
import { LoginView } from '@/storefront/components/account/LoginView'
import { ServiceList } from '@/storefront/components/hosting/ServiceList'
import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { SERVICES_PATH } from '@/storefront/hosting/paths'
import { findServicesOf } from '@/storefront/hosting/services'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'hosting' })
  return buildMetadata({ isPrivate: true, locale, path: SERVICES_PATH, title: t('listTitle') })
}

export default async function ServicesPage({ params }: LocaleParams) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'hosting' })
  const customer = await findVisitor()
  return (
    <Shell locale={locale} path={SERVICES_PATH}>
      <div className="wrap-narrow">
        {customer ? (
          <>
            <PageHead lead={t('listLead')} title={t('listTitle')} />
            <ServiceList locale={locale} services={await findServicesOf(customer.id)} />
          </>
        ) : (
          <LoginView locale={locale} next={SERVICES_PATH} />
        )}
      </div>
    </Shell>
  )
}

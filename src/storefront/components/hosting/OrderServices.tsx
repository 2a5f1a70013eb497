import { getTranslations } from 'next-intl/server'

import { findServicesOfOrder } from '../../hosting/services'
import type { StoreLocale } from '../../i18n/locales'
import { ServiceLines } from './ServiceList'

/** The services of an order, on its page; nothing where none was bought. */
export async function OrderServices({ locale, token }: { locale: StoreLocale; token: string }) {
  const services = await findServicesOfOrder(token)
  if (services.length === 0) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'hosting' })
  return (
    <section aria-labelledby="layanan-hosting" className="mb-8">
      <h2 className="mb-4 text-xl" id="layanan-hosting">
        {t('orderTitle')}
      </h2>
      <ServiceLines locale={locale} services={services} />
    </section>
  )
}

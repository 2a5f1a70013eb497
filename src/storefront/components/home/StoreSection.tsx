import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'
import { ProductGrid } from '../product/ProductGrid'

type StoreSectionProps = {
  id: 'digital-store' | 'hosting'
  locale: StoreLocale
  products: PublicProduct[]
}

/** "Digital Store" or "Hosting" on the home page. */
export async function StoreSection({ id, locale, products }: StoreSectionProps) {
  const t = await getTranslations({ locale, namespace: 'home' })
  const isHosting = id === 'hosting'
  return (
    <section aria-labelledby={`judul-${id}`} className={isHosting ? 'bg-sunken' : ''} id={id}>
      <div className="wrap py-14 sm:py-20">
        <h2 id={`judul-${id}`}>{t(isHosting ? 'hostingTitle' : 'storeTitle')}</h2>
        <p className="mt-2 mb-8 max-w-[60ch] text-lg text-muted">
          {t(isHosting ? 'hostingLead' : 'storeLead')}
        </p>
        {products.length > 0 ? (
          <ProductGrid locale={locale} products={products} />
        ) : (
          <p className="notice">{t('storeEmpty')}</p>
        )}
      </div>
    </section>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

import { Shell } from '@/storefront/components/layout/Shell'
import { PageHead } from '@/storefront/components/PageHead'
import { ProductGrid } from '@/storefront/components/product/ProductGrid'
import { type LocaleParams, readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { findProducts } from '@/storefront/shop'

export const revalidate = 300

export async function generateMetadata({ params }: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'product' })
  return buildMetadata({
    description: t('listLead'),
    locale,
    path: '/produk',
    title: t('listTitle'),
  })
}

export default async function ProductsPage({ params }: LocaleParams) {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'product' })
  const home = await getTranslations({ locale, namespace: 'home' })
  const products = await findProducts(locale)
  const groups = [
    { path: 'checkout', title: home('storeTitle') },
    { path: 'whatsapp', title: home('hostingTitle') },
  ]
  return (
    <Shell locale={locale} path="/produk">
      <div className="wrap">
        <PageHead lead={t('listLead')} title={t('listTitle')} />
        {products.length === 0 ? <p className="notice">{home('storeEmpty')}</p> : null}
        {groups
          .map((group) => ({
            ...group,
            found: products.filter((product) => product.orderPath === group.path),
          }))
          .filter(({ found }) => found.length > 0)
          .map(({ found, path, title }) => (
            <section aria-labelledby={`kelompok-${path}`} className="pb-12" key={path}>
              <h2 className="mb-5 text-2xl" id={`kelompok-${path}`}>
                {title}
              </h2>
              <ProductGrid locale={locale} products={found} />
            </section>
          ))}
      </div>
    </Shell>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { draftMode } from 'next/headers'
import { notFound } from 'next/navigation'

import { Breadcrumb } from '@/storefront/components/Breadcrumb'
import { JsonLd } from '@/storefront/components/JsonLd'
import { Shell } from '@/storefront/components/layout/Shell'
import { DraftBar } from '@/storefront/components/preview/DraftBar'
import { BuyBox } from '@/storefront/components/product/BuyBox'
import { ProductFacts } from '@/storefront/components/product/ProductFacts'
import { ProductPicture } from '@/storefront/components/product/ProductPicture'
import { findShopName } from '@/storefront/contact'
import { localPath, type StoreLocale } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { breadcrumbFacts, productFacts } from '@/storefront/seo/facts'
import { buildMetadata } from '@/storefront/seo/metadata'
import { isAddress } from '@/storefront/address'
import { findAddresses, findProduct, findProductDraft, type PublicProduct } from '@/storefront/shop'

export const revalidate = 300

type ProductParams = { params: Promise<{ locale: string; slug: string }> }
type Found = { isDraft: boolean; locale: StoreLocale; product: PublicProduct }

export const generateStaticParams = async (): Promise<{ slug: string }[]> =>
  ((await findAddresses())?.products ?? []).map(({ slug }) => ({ slug }))

const readProduct = async (params: ProductParams['params']): Promise<Found> => {
  const locale = await readLocale(params)
  const { slug } = await params
  const { isEnabled: isDraft } = await draftMode()
  const find = isDraft ? findProductDraft : findProduct
  const product = isAddress(slug) ? await find(locale, slug) : null
  return product ? { isDraft, locale, product } : notFound()
}

export async function generateMetadata({ params }: ProductParams): Promise<Metadata> {
  const { locale, product } = await readProduct(params)
  const image = product.images[0]?.ogUrl
  return buildMetadata({
    description: product.seo.description ?? product.summary,
    locale,
    path: `/produk/${product.slug}`,
    title: product.seo.title ?? product.title,
    ...(image ? { image } : {}),
  })
}

export default async function ProductPage({ params }: ProductParams) {
  const { isDraft, locale, product } = await readProduct(params)
  const t = await getTranslations({ locale, namespace: 'site' })
  const ask = await getTranslations({ locale, namespace: 'product' })
  const store = { label: t('products'), path: localPath({ locale, path: '/produk' }) }
  return (
    <Shell
      hideWhatsapp={product.orderPath === 'whatsapp'}
      locale={locale}
      path={`/produk/${product.slug}`}
      whatsappText={ask('askAbout', { product: product.title })}
    >
      {isDraft ? <DraftBar locale={locale} /> : null}
      <JsonLd
        facts={{
          '@graph': [
            productFacts({ locale, product, seller: findShopName() }),
            breadcrumbFacts([store, { label: product.title }]),
          ],
        }}
      />
      <div className="wrap">
        <Breadcrumb
          here={product.title}
          locale={locale}
          trail={[{ label: t('products'), path: '/produk' }]}
        />
        <div className="product-page">
          <header>
            <h1>{product.title}</h1>
            <p className="mt-4 max-w-[60ch] text-lg text-muted">{product.summary}</p>
          </header>
          <BuyBox locale={locale} product={product} />
          <div className="overflow-hidden rounded-card border border-line">
            <ProductPicture isFirst product={product} sizes="(min-width: 64rem) 44rem, 92vw" />
          </div>
          <ProductFacts locale={locale} product={product} />
        </div>
      </div>
    </Shell>
  )
}

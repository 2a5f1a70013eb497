import { localPath, type StoreLocale } from '../i18n/locales'
import type { PublicProduct } from '../shop'

import { absoluteUrl } from './metadata'

type Facts = Record<string, unknown>

const imagesOf = (product: PublicProduct): string[] =>
  product.images.map((image) => absoluteUrl(image.ogUrl ?? image.url))

/** What the price of a contract covers: so many months (`MON` is UN/CEFACT's code for one). */
const forMonths = (args: { months: number; price: number }): Facts => ({
  '@type': 'UnitPriceSpecification',
  price: args.price,
  priceCurrency: 'IDR',
  referenceQuantity: { '@type': 'QuantitativeValue', unitCode: 'MON', value: args.months },
})

/** schema.org facts of what a product costs: for hosting all months of the contract, never one alone. */
export const offerFacts = (args: {
  product: Pick<PublicProduct, 'cashPrice' | 'contractMonths'>
  seller: string
}): Facts => {
  const { cashPrice, contractMonths } = args.product
  return {
    '@type': 'Offer',
    availability: 'https://schema.org/InStock',
    price: cashPrice,
    priceCurrency: 'IDR',
    ...(contractMonths === null
      ? {}
      : { priceSpecification: forMonths({ months: contractMonths, price: cashPrice }) }),
    seller: { '@type': 'Organization', name: args.seller },
  }
}

/** schema.org facts of a product: goods for templates, services for everything people do for you. */
export const productFacts = (args: {
  locale: StoreLocale
  product: PublicProduct
  seller: string
}): Facts => {
  const { locale, product, seller } = args
  const url = absoluteUrl(localPath({ locale, path: `/produk/${product.slug}` }))
  const image = imagesOf(product)
  return {
    '@type': product.kind === 'template' ? 'Product' : 'Service',
    description: product.summary,
    name: product.title,
    offers: offerFacts({ product, seller }),
    url,
    ...(image.length > 0 ? { image } : {}),
  }
}

/**
 * schema.org facts of the way back up from a page. The page itself, which comes last, needs no
 * address (Google, "Breadcrumb structured data": then the page's own is taken).
 */
export const breadcrumbFacts = (trail: { label: string; path?: string }[]): Facts => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ label, path }, index) => ({
    '@type': 'ListItem',
    ...(path ? { item: absoluteUrl(path) } : {}),
    name: label,
    position: index + 1,
  })),
})

/** schema.org facts of the shop itself. */
export const shopFacts = (args: { description: string; name: string }): Facts => ({
  '@graph': [
    { '@id': '#toko', '@type': 'Organization', name: args.name, url: absoluteUrl('/') },
    {
      '@type': 'WebSite',
      description: args.description,
      name: args.name,
      publisher: { '@id': '#toko' },
      url: absoluteUrl('/'),
    },
  ],
})

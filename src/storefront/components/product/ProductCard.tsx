import { getTranslations } from 'next-intl/server'

import { PRODUCT_KINDS } from '@/plugin/catalog'

import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'
import { StoreLink } from '../StoreLink'

import { Price } from './Price'
import { ProductPicture } from './ProductPicture'

type ProductCardProps = { locale: StoreLocale; product: PublicProduct }

async function CardPrice({ locale, product }: ProductCardProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  return (
    <p className="mt-auto flex items-baseline justify-between gap-2 pt-4">
      <span>
        <span className="sr-only">{t('priceLabel')}: </span>
        <Price className="text-xl font-bold" isLeast locale={locale} product={product} />
      </span>
      <span aria-hidden="true" className="font-semibold whitespace-nowrap text-brand">
        {t('detail')} →
      </span>
    </p>
  )
}

/** One product in a list; the whole card leads to its page. */
export function ProductCard({ locale, product }: ProductCardProps) {
  return (
    <article className="card group relative flex flex-col overflow-hidden transition-transform hover:-translate-y-0.5 has-focus-visible:outline-3 has-focus-visible:outline-offset-3">
      <ProductPicture
        product={product}
        sizes="(min-width: 64rem) 22rem, (min-width: 40rem) 45vw, 92vw"
      />
      <div className="flex flex-1 flex-col p-5">
        <p className="eyebrow text-xs">{PRODUCT_KINDS[product.kind].label[locale]}</p>
        <h3 className="mt-1 text-xl">
          <StoreLink
            className="after:absolute after:inset-0 group-hover:underline focus-visible:outline-none"
            locale={locale}
            path={`/produk/${product.slug}`}
          >
            {product.title}
          </StoreLink>
        </h3>
        <p className="mt-2 line-clamp-3 text-muted">{product.summary}</p>
        <CardPrice locale={locale} product={product} />
      </div>
    </article>
  )
}

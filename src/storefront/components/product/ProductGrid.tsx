import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'

import { ProductCard } from './ProductCard'

type ProductGridProps = { locale: StoreLocale; products: PublicProduct[] }

/** Products side by side: one column on a phone, up to three on a wide screen. */
export function ProductGrid({ locale, products }: ProductGridProps) {
  return (
    <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {products.map((product) => (
        <li className="grid" key={product.id}>
          <ProductCard locale={locale} product={product} />
        </li>
      ))}
    </ul>
  )
}

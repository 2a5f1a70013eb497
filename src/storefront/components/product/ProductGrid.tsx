import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'

import { ProductCard } from './ProductCard'

type ProductGridProps = { locale: StoreLocale; products: PublicProduct[] }

/** Products side by side: one column on a phone, three or four on a wide screen. */
export function ProductGrid({ locale, products }: ProductGridProps) {
  // Four in a row rather than three and an orphan.
  const columns = products.length % 4 === 0 ? 'lg:grid-cols-4' : 'lg:grid-cols-3'
  return (
    <ul className={`grid gap-5 sm:grid-cols-2 ${columns}`}>
      {products.map((product) => (
        <li className="grid" key={product.id}>
          <ProductCard locale={locale} product={product} />
        </li>
      ))}
    </ul>
  )
}

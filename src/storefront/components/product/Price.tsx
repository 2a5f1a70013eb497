import { getTranslations } from 'next-intl/server'

import { isHostingKind } from '@/plugin/catalog'

import { money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicProduct } from '../../shop'

type PriceProps = {
  className: string
  /** Says "from": one month of a contract, whose plans may ask for other sums. */
  isLeast?: boolean
  locale: StoreLocale
  product: PublicProduct
}

/** A price as it is meant: once, or for one month, which is how hosting is priced. */
export async function Price({ className, isLeast = false, locale, product }: PriceProps) {
  const t = await getTranslations({ locale, namespace: 'product' })
  const price = (
    <span className={`money ${className}`}>{money({ amount: product.price, locale })}</span>
  )
  return isHostingKind(product.kind) ? (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {isLeast ? <span className="text-sm text-muted">{t('from')}</span> : null}
      {price}
      <span className="text-sm text-muted">{t('perMonth')}</span>
    </span>
  ) : (
    price
  )
}

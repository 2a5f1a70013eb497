import { getTranslations } from 'next-intl/server'

import type { StoreLocale } from '../../i18n/locales'
import { EmptyState } from '../EmptyState'

/** Where the form would be: an empty cart, or a product that is not sold here. */
export async function NothingToOrder(props: { isFromCart: boolean; locale: StoreLocale }) {
  const { isFromCart, locale } = props
  const t = await getTranslations({ locale, namespace: 'checkout' })
  const cart = await getTranslations({ locale, namespace: 'cart' })
  return (
    <EmptyState
      action={cart('browse')}
      locale={locale}
      path="/produk"
      text={t(isFromCart ? 'emptyText' : 'unavailableText')}
      title={t(isFromCart ? 'emptyTitle' : 'unavailableTitle')}
    />
  )
}

import type { CartLine } from '../cart/cart'
import { readCart } from '../cart/cookie'
import { type PricedCart, priceCart } from '../cart/priceCart'
import type { StoreLocale } from '../i18n/locales'
import { findProductsNow } from '../shop'

/** What is about to be ordered: the cart, or one product straight from "Beli Sekarang". */
export type Checkout = { cart: PricedCart; isFromCart: boolean; lines: CartLine[] }

/** Reads `?produk=slug`, otherwise the cart, at today's prices. */
export const findCheckout = async (args: {
  locale: StoreLocale
  slug: string | undefined
}): Promise<Checkout> => {
  const { locale, slug } = args
  const wanted = slug ? [] : await readCart()
  if (!slug && wanted.length === 0) {
    return { cart: priceCart({ cart: [], products: [] }), isFromCart: true, lines: [] }
  }
  const products = await findProductsNow(locale)
  const chosen = products.find((product) => product.slug === slug)
  const lines = chosen ? [{ product: chosen.id, quantity: 1 }] : wanted
  return { cart: priceCart({ cart: lines, products }), isFromCart: !slug, lines }
}

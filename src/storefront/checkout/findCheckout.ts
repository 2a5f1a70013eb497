import type { WibDay } from '@/plugin/kernel/time'

import { type CartLine, formatCart } from '../cart/cart'
import { readCart } from '../cart/cookie'
import { type PricedCart, priceCart } from '../cart/priceCart'
import type { StoreLocale } from '../i18n/locales'
import type { DirectChoice } from '../plan/address'
import { type DirectPurchase, priceDirect, resolveDirect } from '../plan/direct'
import { findProductsNow } from '../shop'

/** What is about to be ordered: the cart, or one product straight from "Beli Sekarang". */
export type Checkout = {
  cart: PricedCart
  direct: DirectPurchase | null
  isFromCart: boolean
  /** The lines that can be ordered. */
  lines: CartLine[]
  /** The whole cart, unavailable products included. */
  seen: string
}

const linesOf = ({ lines }: PricedCart): CartLine[] =>
  lines.map(({ product, quantity }) => ({ product: product.id, quantity }))

const findCartCheckout = async (locale: StoreLocale): Promise<Checkout> => {
  const wanted = await readCart()
  const cart = priceCart({
    cart: wanted,
    products: wanted.length === 0 ? [] : await findProductsNow(locale),
  })
  return { cart, direct: null, isFromCart: true, lines: linesOf(cart), seen: formatCart(wanted) }
}

/** Reads the chosen product, otherwise the cart, at today's prices. */
export const findCheckout = async (args: {
  choice: DirectChoice | undefined
  locale: StoreLocale
  today: WibDay
}): Promise<Checkout> => {
  const { choice, locale, today } = args
  if (!choice) {
    return findCartCheckout(locale)
  }
  const product = (await findProductsNow(locale)).find(
    ({ orderPath, slug }) => slug === choice.slug && orderPath === 'checkout',
  )
  const direct = product ? resolveDirect({ choice, product, today }) : null
  const cart = direct ? priceDirect(direct) : priceCart({ cart: [], products: [] })
  return { cart, direct, isFromCart: false, lines: linesOf(cart), seen: formatCart([]) }
}

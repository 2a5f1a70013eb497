import { type CartLine, formatCart } from '../cart/cart'
import { readCart } from '../cart/cookie'
import { type PricedCart, priceCart } from '../cart/priceCart'
import type { StoreLocale } from '../i18n/locales'
import { findProductsNow } from '../shop'

/** What is about to be ordered: the cart, or one product straight from "Beli Sekarang". */
export type Checkout = {
  cart: PricedCart
  isFromCart: boolean
  /** The lines that can be ordered. */
  lines: CartLine[]
  /** The whole cart, unavailable products included. */
  seen: string
}

const findWanted = async (args: { locale: StoreLocale; slug: string | undefined }) => {
  const wanted = args.slug === undefined ? await readCart() : []
  const isNothing = args.slug === undefined && wanted.length === 0
  return { products: isNothing ? [] : await findProductsNow(args.locale), wanted }
}

/** Reads `?produk=slug`, otherwise the cart, at today's prices. */
export const findCheckout = async (args: {
  locale: StoreLocale
  slug: string | undefined
}): Promise<Checkout> => {
  const { products, wanted } = await findWanted(args)
  const chosen = products.find((product) => product.slug === args.slug)
  const lines = chosen ? [{ product: chosen.id, quantity: 1 }] : wanted
  const cart = priceCart({ cart: lines, products })
  return {
    cart,
    isFromCart: args.slug === undefined,
    lines: cart.lines.map(({ product, quantity }) => ({ product: product.id, quantity })),
    seen: formatCart(wanted),
  }
}

import { isHostingKind } from '@/plugin/catalog'
import { addRupiah, multiplyRupiah, type Rupiah, rupiah } from '@/plugin/kernel/money'

import type { PublicProduct } from '../shop'
import type { CartLine } from './cart'

/** A cart line whose product can be ordered at the checkout. */
export type PricedLine = { amount: Rupiah; product: PublicProduct; quantity: number }

/** The cart at today's prices. */
export type PricedCart = {
  /** Ids in the cart that cannot be ordered: unpublished, deleted, or hosting, which is ordered by itself. */
  missing: CartLine[]
  lines: PricedLine[]
  total: Rupiah
}

/** Joins a cart with the products of today. The server prices the order again when it is placed. */
export const priceCart = (args: { cart: CartLine[]; products: PublicProduct[] }): PricedCart => {
  const known = new Map(
    args.products
      .filter(({ kind, orderPath }) => orderPath === 'checkout' && !isHostingKind(kind))
      .map((product) => [product.id, product]),
  )
  const lines = args.cart.flatMap(({ product: id, quantity }) => {
    const product = known.get(id)
    return product ? [{ amount: multiplyRupiah(product.price, quantity), product, quantity }] : []
  })
  return {
    lines,
    missing: args.cart.filter((line) => !known.has(line.product)),
    total: addRupiah(rupiah(0), ...lines.map((line) => line.amount)),
  }
}

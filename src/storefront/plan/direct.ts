import { multiplyRupiah } from '@/plugin/kernel/money'
import type { WibDay } from '@/plugin/kernel/time'

import type { PricedCart } from '../cart/priceCart'
import type { PublicProduct } from '../shop'
import type { DirectChoice } from './address'
import { buildOffers, type Offer } from './offer'

/** One product straight from its page, and how it is to be paid. */
export type DirectPurchase = {
  choice: DirectChoice
  /** The chosen plan; null for a purchase that is paid at once. */
  chosen: null | Offer
  /** The address names a plan that the product does not offer. */
  isPlanGone: boolean
  offers: Offer[]
  product: PublicProduct
}

/** One product with its plans on a day; a plan that it does not offer is none. */
export const resolveDirect = (args: {
  choice: DirectChoice
  product: PublicProduct
  today: WibDay
}): DirectPurchase => {
  const { choice, product, today } = args
  const offers = buildOffers({ product, quantity: choice.quantity, startOn: today })
  const chosen = offers.find(({ terms }) => terms.key === choice.plan) ?? null
  return { choice, chosen, isPlanGone: choice.plan !== undefined && !chosen, offers, product }
}

/** The one line of a direct purchase; with a plan it costs what all of its payments cost. */
export const priceDirect = (direct: DirectPurchase): PricedCart => {
  const { choice, chosen, isPlanGone, product } = direct
  const { quantity } = choice
  const amount = chosen?.schedule.total ?? multiplyRupiah(product.cashPrice, quantity)
  return {
    lines: isPlanGone ? [] : [{ amount, product, quantity }],
    missing: [],
    total: isPlanGone ? multiplyRupiah(amount, 0) : amount,
  }
}

import { isAddress } from '../address'
import { maxQuantity, readQuantity } from '../cart/cart'

/** One product straight to the checkout, as its address says it. */
export type DirectChoice = {
  /** Name of the plan within the product; none for a purchase that is paid at once. */
  plan?: string
  quantity: number
  slug: string
}

const PLAN_KEY = /^[a-z0-9][a-z0-9-]{0,30}$/

/** Whether a text can name a plan. */
export const isPlanKey = (value: unknown): value is string =>
  typeof value === 'string' && PLAN_KEY.test(value)

/** Reads `?produk=…&plan=…&jumlah=…`; nothing when no product is named. */
export const readDirectChoice = (query: Record<string, unknown>): DirectChoice | undefined => {
  const { jumlah, plan, produk } = query
  if (typeof produk !== 'string' || produk === '') {
    return undefined
  }
  const quantity = typeof jumlah === 'string' ? readQuantity(jumlah) : undefined
  return {
    quantity: Math.min(maxQuantity, Math.max(1, quantity ?? 1)),
    slug: isAddress(produk) ? produk : '',
    ...(typeof plan === 'string' && plan !== '' ? { plan } : {}),
  }
}

/** The checkout of one choice, without a language prefix. */
export const directPath = ({ plan, quantity, slug }: DirectChoice): string =>
  [
    `/checkout?produk=${encodeURIComponent(slug)}`,
    ...(plan === undefined ? [] : [`&plan=${encodeURIComponent(plan)}`]),
    ...(quantity === 1 ? [] : [`&jumlah=${quantity}`]),
  ].join('')

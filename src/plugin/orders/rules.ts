import { DomainError, type Labels } from '../kernel/errors'
import { addRupiah, multiplyRupiah, type Rupiah, rupiah } from '../kernel/money'
import type { NewContract } from '../instalments'
import { type WibDay } from '../kernel/time'
import { buildSchedule, type PlanTerms } from '../plans'
import { MAX_QUANTITY, type PlaceOrderInput } from './schema'

/** A published product, as pricing needs it. */
export type PricedProduct = {
  afterPayment: null | string
  /** Months of service that one purchase covers: the price is for one of them. 1 for all but hosting. */
  contractMonths: number
  id: string
  kind: string
  /** Whether instalments of it are paid only once an agreement is confirmed. */
  needsSpk: boolean
  /** Whether it can be bought at the checkout; hosting is asked for on WhatsApp for now. */
  orderPath: 'checkout' | 'whatsapp'
  price: number
  slug: string
  title: string
}

/** One line with the price of the moment: later price changes do not touch it. */
export type OrderLine = {
  afterPayment: string
  amount: Rupiah
  kind: string
  productId: string
  productSlug: string
  quantity: number
  title: string
  unitPrice: Rupiah
}

const UNNAMED = {
  inside: { en: 'this product', id: 'produk ini' },
  start: { en: 'This product', id: 'Produk ini' },
}

/** What to call a product that we may not know: by its address, never by a row's id. */
export const nameOfProduct = (wanted: unknown, place: 'inside' | 'start'): Labels | string =>
  typeof wanted === 'string' && /^[a-z\d-]{1,60}$/.test(wanted) && !/^[\da-f-]{36}$/.test(wanted)
    ? wanted
    : UNNAMED[place]

const findProduct = (args: {
  at: number
  products: readonly PricedProduct[]
  wanted: string
}): PricedProduct => {
  const { at, products, wanted } = args
  const field = `items.${at}.product`
  const product = products.find(({ id, slug }) => id === wanted || slug === wanted)
  if (!product) {
    throw new DomainError('order.productUnavailable', {
      field,
      product: nameOfProduct(wanted, 'start'),
    })
  }
  if (product.orderPath !== 'checkout') {
    throw new DomainError('product.whatsappOnly', { field, product: product.title })
  }
  return product
}

/** One entry per product, by whichever of its names the browser called it. */
const mergeLines = (args: {
  items: PlaceOrderInput['items']
  products: readonly PricedProduct[]
}): Map<PricedProduct, number> => {
  const quantities = new Map<PricedProduct, number>()
  for (const [at, { product: wanted, quantity }] of args.items.entries()) {
    const product = findProduct({ at, products: args.products, wanted })
    const sum = (quantities.get(product) ?? 0) + quantity
    if (sum > MAX_QUANTITY) {
      throw new DomainError('order.invalidQuantity', {
        field: `items.${at}.quantity`,
        max: MAX_QUANTITY,
        product: product.title,
      })
    }
    quantities.set(product, sum)
  }
  return quantities
}

/** What one piece costs when it is paid at once: for hosting, all months of its contract. */
export const cashPriceOf = ({ contractMonths, price }: PricedProduct): Rupiah =>
  multiplyRupiah(rupiah(price), contractMonths)

/** A purchase in instalments: the terms that were chosen and what comes of them. */
const buildPlan = (args: {
  lines: [PricedProduct, number][]
  startOn: WibDay
  terms: PlanTerms | undefined
}): NewContract | undefined => {
  const { lines, startOn, terms } = args
  const [line] = lines
  return terms && line
    ? {
        schedule: buildSchedule({
          cashPrice: cashPriceOf(line[0]),
          quantity: line[1],
          startOn,
          terms,
        }),
        terms,
      }
    : undefined
}

/**
 * Prices an order from the shop's own products; a price that the browser sends is never read.
 *
 * @param args.terms The plan by which its only product is paid for; at once without one
 * @throws DomainError `order.productUnavailable`, `order.invalidQuantity`, `product.whatsappOnly`,
 * `order.priceChanged` (with `total`)
 */
export const priceOrder = (args: {
  expectedTotal?: number | undefined
  items: PlaceOrderInput['items']
  products: readonly PricedProduct[]
  startOn: WibDay
  terms?: PlanTerms | undefined
}): {
  contract?: NewContract | undefined
  lines: OrderLine[]
  needsSpk: boolean
  total: Rupiah
} => {
  const merged = [...mergeLines(args)]
  const contract = buildPlan({ ...args, lines: merged, terms: args.terms })
  const lines = merged.map(([product, quantity]): OrderLine => {
    const unitPrice = contract ? rupiah(contract.schedule.total / quantity) : cashPriceOf(product)
    return {
      afterPayment: product.afterPayment ?? '',
      amount: multiplyRupiah(unitPrice, quantity),
      kind: product.kind,
      productId: product.id,
      productSlug: product.slug,
      quantity,
      title: product.title,
      unitPrice,
    }
  })
  const total = addRupiah(...lines.map(({ amount }) => amount))
  if (args.expectedTotal !== undefined && args.expectedTotal !== total) {
    throw new DomainError('order.priceChanged', { field: 'expectedTotal', total })
  }
  const needsSpk = contract !== undefined && merged.some(([{ needsSpk: needs }]) => needs)
  return { contract, lines, needsSpk, total }
}

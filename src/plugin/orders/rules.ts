import { DomainError } from '../kernel/errors'
import { addRupiah, multiplyRupiah, type Rupiah, rupiah } from '../kernel/money'
import { MAX_QUANTITY, type PlaceOrderInput } from './schema'

/** A published product, as pricing needs it. */
export type PricedProduct = {
  afterPayment: null | string
  id: string
  kind: string
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

const findProduct = (products: readonly PricedProduct[], wanted: string): PricedProduct => {
  const product = products.find(({ id, slug }) => id === wanted || slug === wanted)
  if (!product) {
    throw new DomainError('order.productUnavailable', { field: 'items', product: wanted })
  }
  if (product.orderPath !== 'checkout') {
    throw new DomainError('product.whatsappOnly', { field: 'items', product: product.title })
  }
  return product
}

/** One entry per product, by whichever of its names the browser called it. */
const mergeLines = (args: {
  items: PlaceOrderInput['items']
  products: readonly PricedProduct[]
}): Map<PricedProduct, number> => {
  const quantities = new Map<PricedProduct, number>()
  for (const { product: wanted, quantity } of args.items) {
    const product = findProduct(args.products, wanted)
    const sum = (quantities.get(product) ?? 0) + quantity
    if (sum > MAX_QUANTITY) {
      throw new DomainError('order.invalidQuantity', {
        field: 'items',
        max: MAX_QUANTITY,
        product: product.title,
      })
    }
    quantities.set(product, sum)
  }
  return quantities
}

/**
 * Prices an order from the shop's own products; a price that the browser sends is never read.
 *
 * @throws DomainError `order.productUnavailable`, `order.invalidQuantity`, `product.whatsappOnly`,
 * `order.priceChanged` (with `total`)
 */
export const priceOrder = (args: {
  expectedTotal?: number | undefined
  items: PlaceOrderInput['items']
  products: readonly PricedProduct[]
}): { lines: OrderLine[]; total: Rupiah } => {
  const lines = [...mergeLines(args)].map(([product, quantity]): OrderLine => {
    const unitPrice = rupiah(product.price)
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
  return { lines, total }
}

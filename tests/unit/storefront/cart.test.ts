import { describe, expect, it } from 'vitest'

import { rupiah } from '@/plugin/kernel/money'
import { addToCart, formatCart, maxLines, parseCart, setQuantity } from '@/storefront/cart/cart'
import { priceCart } from '@/storefront/cart/priceCart'
import type { PublicProduct } from '@/storefront/shop'

const product = (changes: Partial<PublicProduct>): PublicProduct => ({
  afterPayment: '',
  description: null,
  faq: [],
  features: [],
  id: 'a',
  images: [],
  kind: 'consulting',
  orderPath: 'checkout',
  price: rupiah(350_000),
  refundRule: '',
  seo: {},
  slug: 'a',
  specification: [],
  summary: '',
  title: 'A',
  updatedAt: '',
  ...changes,
})

describe('the cart in the cookie', () => {
  it('reads back what it wrote', () => {
    const lines = [
      { product: 'a', quantity: 2 },
      { product: 'b', quantity: 1 },
    ]
    expect(parseCart(formatCart(lines))).toEqual(lines)
  })

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['a quantity of nought', '[["a",0]]'],
    ['a quantity of a hundred', '[["a",100]]'],
    ['half a piece', '[["a",1.5]]'],
    ['an id with a blank', '[["a b",1]]'],
    [
      'too many lines',
      JSON.stringify(Array.from({ length: maxLines + 1 }, (_, i) => [`p${i}`, 1])),
    ],
  ])('is empty for %s', (_, text) => {
    expect(parseCart(text)).toEqual([])
  })

  it('adds to a line that is there, up to 99', () => {
    const lines = addToCart({ lines: [{ product: 'a', quantity: 98 }], product: 'a', quantity: 5 })
    expect(lines).toEqual([{ product: 'a', quantity: 99 }])
  })

  it('takes a line out when its quantity becomes nought', () => {
    const lines = [
      { product: 'a', quantity: 2 },
      { product: 'b', quantity: 1 },
    ]
    expect(setQuantity({ lines, product: 'a', quantity: 0 })).toEqual([
      { product: 'b', quantity: 1 },
    ])
  })

  it('never outgrows its cookie', () => {
    const full = Array.from({ length: maxLines }, (_, index) => ({
      product: `p${index}`,
      quantity: 1,
    }))
    expect(addToCart({ lines: full, product: 'new', quantity: 1 })).toHaveLength(maxLines)
  })
})

describe('the cart at today’s prices', () => {
  it('sums lines to the rupiah', () => {
    const products = [product({}), product({ id: 'b', price: rupiah(1_001) })]
    const cart = [
      { product: 'a', quantity: 2 },
      { product: 'b', quantity: 3 },
    ]
    expect(priceCart({ cart, products }).total).toBe(703_003)
  })

  it('sets aside what was unpublished and what is ordered by WhatsApp', () => {
    const products = [product({ id: 'vps', orderPath: 'whatsapp' })]
    const cart = [
      { product: 'vps', quantity: 1 },
      { product: 'gone', quantity: 1 },
    ]
    const priced = priceCart({ cart, products })
    expect(priced.missing).toEqual(cart)
    expect(priced.total).toBe(0)
  })
})

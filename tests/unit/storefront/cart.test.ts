import { describe, expect, it } from 'vitest'

import { rupiah } from '@/plugin/kernel/money'
import {
  addToCart,
  formatCart,
  isFull,
  maxLines,
  parseCart,
  readQuantity,
  setQuantity,
} from '@/storefront/cart/cart'
import { cartFaultQuery, readCartFault } from '@/storefront/cart/fault'
import { priceCart } from '@/storefront/cart/priceCart'
import type { PublicProduct } from '@/storefront/shop'

const product = (changes: Partial<PublicProduct>): PublicProduct => ({
  afterPayment: '',
  cashPrice: rupiah(350_000),
  contractMonths: null,
  description: null,
  faq: [],
  features: [],
  id: 'a',
  images: [],
  kind: 'consulting',
  orderPath: 'checkout',
  plans: [],
  price: rupiah(350_000),
  refundRule: '',
  seo: {},
  slug: 'a',
  specification: [],
  stock: null,
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

  it('sets aside what was unpublished and all hosting, which is ordered by itself', () => {
    const products = [
      product({ id: 'vps', kind: 'vps', orderPath: 'whatsapp' }),
      product({ id: 'cloud', kind: 'cloud-server' }),
    ]
    const cart = [
      { product: 'vps', quantity: 1 },
      { product: 'cloud', quantity: 1 },
      { product: 'gone', quantity: 1 },
    ]
    const priced = priceCart({ cart, products })
    expect(priced.missing).toEqual(cart)
    expect(priced.total).toBe(0)
  })
})

describe('a typed quantity', () => {
  it.each([
    ['0', 0],
    [' 7 ', 7],
    ['99', 99],
    ['100', undefined],
    ['-1', undefined],
    ['1,5', undefined],
    ['1e1', undefined],
    ['dua', undefined],
    ['', undefined],
  ])('%j is %j', (typed, quantity) => {
    expect(readQuantity(typed)).toBe(quantity)
  })

  it('comes back to its field with the page when it was refused', () => {
    const query = Object.fromEntries(
      new URLSearchParams(cartFaultQuery({ product: 'a', typed: '1,5 & lebih' })),
    )
    expect(readCartFault(query)).toEqual({ product: 'a', typed: '1,5 & lebih' })
    expect(readCartFault({})).toBeUndefined()
    expect(readCartFault({ baris: ['a', 'b'], jumlah: '1' })).toBeUndefined()
  })
})

it('a full cart has no room for another product, nor for a hundredth piece of one', () => {
  const lines = Array.from({ length: maxLines }, (_, index) => ({
    product: `p${index}`,
    quantity: index === 0 ? 99 : 1,
  }))
  expect(isFull({ lines, product: 'new' })).toBe(true)
  expect(isFull({ lines, product: 'p0' })).toBe(true)
  expect(isFull({ lines, product: 'p1' })).toBe(false)
  expect(isFull({ lines: [], product: 'new' })).toBe(false)
})

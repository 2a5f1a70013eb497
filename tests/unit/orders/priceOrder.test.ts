import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '@/plugin/kernel/errors'
import { wibDay } from '@/plugin/kernel/time'
import { priceOrder as priceOn } from '@/plugin/orders'

const priceOrder = (args: Omit<Parameters<typeof priceOn>[0], 'startOn'>) =>
  priceOn({ ...args, startOn: wibDay('2026-11-21') })

const product = (changes: object = {}) => ({
  afterPayment: 'Kami menghubungi Anda.',
  contractMonths: 1,
  id: 'p1',
  kind: 'consulting',
  needsSpk: false,
  orderPath: 'checkout' as const,
  price: 750_000,
  slug: 'konsultasi',
  title: 'Konsultasi',
  ...changes,
})

const template = product({ id: 'p2', price: 149_999, slug: 'template', title: 'Template' })

const refusalOf = (work: () => unknown): DomainError => {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) {
      return error
    }
    throw error
  }
  throw new Error('Nothing was refused')
}

describe('The price of an order', () => {
  it('is the shop’s own price times the quantity, for each line and in sum', () => {
    const { lines, total } = priceOrder({
      items: [
        { product: 'konsultasi', quantity: 2 },
        { product: 'p2', quantity: 3 },
      ],
      products: [product(), template],
    })
    expect(lines.map(({ amount }) => amount)).toEqual([1_500_000, 449_997])
    expect(total).toBe(1_949_997)
  })

  it('keeps a snapshot of title, kind and what happens after payment', () => {
    const { lines } = priceOrder({
      items: [{ product: 'konsultasi', quantity: 1 }],
      products: [product({ afterPayment: null })],
    })
    expect(lines[0]).toMatchObject({ afterPayment: '', kind: 'consulting', title: 'Konsultasi' })
  })

  it('puts one product on one line, by whichever name the browser calls it', () => {
    const { lines } = priceOrder({
      items: [
        { product: 'konsultasi', quantity: 1 },
        { product: 'p1', quantity: 2 },
        { product: 'konsultasi', quantity: 3 },
      ],
      products: [product()],
    })
    expect(lines.map(({ quantity }) => quantity)).toEqual([6])
  })

  it('does not grow beyond the largest quantity by repeating a line', () => {
    const items = [
      { product: 'konsultasi', quantity: 99 },
      { product: 'p1', quantity: 1 },
    ]
    const refusal = refusalOf(() => priceOrder({ items, products: [product()] }))
    expect(refusal.code).toBe('order.invalidQuantity')
  })

  it('refuses what is not on sale, naming the product', () => {
    const items = [{ product: 'hilang', quantity: 1 }]
    const refusal = refusalOf(() => priceOrder({ items, products: [product()] }))
    expect(refusal.code).toBe('order.productUnavailable')
    expect(refusal.details).toMatchObject({ field: 'items.0.product', product: 'hilang' })
  })

  it('refuses hosting, which is ordered by WhatsApp', () => {
    const items = [{ product: 'vps', quantity: 1 }]
    const products = [product({ orderPath: 'whatsapp', slug: 'vps' })]
    expect(refusalOf(() => priceOrder({ items, products })).code).toBe('product.whatsappOnly')
  })

  it('refuses a total that the buyer did not agree to, telling the new one', () => {
    const items = [{ product: 'konsultasi', quantity: 1 }]
    const refusal = refusalOf(() =>
      priceOrder({ expectedTotal: 749_999, items, products: [product()] }),
    )
    expect(refusal).toMatchObject({ code: 'order.priceChanged', status: 409 })
    expect(refusal.details).toMatchObject({ field: 'expectedTotal', total: 750_000 })
  })

  it('takes an agreed total of nought literally', () => {
    const items = [{ product: 'konsultasi', quantity: 1 }]
    const refusal = refusalOf(() => priceOrder({ expectedTotal: 0, items, products: [product()] }))
    expect(refusal.code).toBe('order.priceChanged')
  })

  it('refuses sums that a number cannot hold exactly', () => {
    const items = [{ product: 'konsultasi', quantity: 99 }]
    const products = [product({ price: Number.MAX_SAFE_INTEGER })]
    expect(refusalOf(() => priceOrder({ items, products })).code).toBe('money.invalid')
  })

  it('is exact for every price and quantity', () => {
    const price = fc.integer({ max: 999_999_999_999, min: 1_000 })
    const quantity = fc.integer({ max: 99, min: 1 })
    fc.assert(
      fc.property(fc.array(fc.tuple(price, quantity), { maxLength: 20, minLength: 1 }), (cart) => {
        const products = cart.map(([each], at) =>
          product({ id: `p${at}`, price: each, slug: `s${at}` }),
        )
        const items = cart.map(([, count], at) => ({ product: `s${at}`, quantity: count }))
        const exact = cart.reduce((sum, [each, count]) => sum + BigInt(each) * BigInt(count), 0n)
        const { lines, total } = priceOrder({ items, products })
        expect(BigInt(total)).toBe(exact)
        expect(lines.every((line) => line.amount === line.unitPrice * line.quantity)).toBe(true)
      }),
    )
  })
})

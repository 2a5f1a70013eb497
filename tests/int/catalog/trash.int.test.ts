import { beforeAll, describe, expect, it } from 'vitest'

import { createProduct } from '../../factories/product'
import { type Knock, gatherCallers } from '../../support/access/callers'
import { bootShop, type TestShop } from '../../support/shop'
import { findProductBySlug } from '@/plugin/catalog'

let knock: Knock
let shop: TestShop

beforeAll(async () => {
  shop = await bootShop()
  knock = (await gatherCallers(shop.payload)).knock
})

type Product = { id: string; slug: string }

const setDeletedAt = async (product: Product, deletedAt: null | string): Promise<void> => {
  const path = `/products/${product.id}${deletedAt ? '' : '?trash=true'}`
  const { status } = await knock({ as: 'editor', body: { deletedAt }, method: 'PATCH', path })
  expect(status).toBe(200)
}

const throwAway = (product: Product): Promise<void> =>
  setDeletedAt(product, '2026-11-21T05:00:00.000Z')

const takeOut = (product: Product): Promise<void> => setDeletedAt(product, null)

const order = (product: Product) =>
  knock({
    as: 'guest',
    body: {
      acceptedTerms: true,
      customer: { email: 'budi@contoh.id', name: 'Budi Santoso', phone: '081234567890' },
      items: [{ product: product.slug, quantity: 1 }],
    },
    method: 'POST',
    path: '/shop/orders',
  })

describe('a product that an editor throws away', () => {
  it('is off sale at once, and on sale again when it is taken out of the trash', async () => {
    const product = await createProduct({ payload: shop.payload })
    await throwAway(product)
    expect(await findProductBySlug({ payload: shop.payload, slug: product.slug })).toBeNull()
    expect((await order(product)).status).toBe(409)
    await takeOut(product)
    expect(await findProductBySlug({ payload: shop.payload, slug: product.slug })).toMatchObject({
      slug: product.slug,
    })
    expect((await order(product)).status).toBe(201)
  })

  it.each(['guest', 'customer A'] as const)('is not to be seen by a %s', async (as) => {
    const product = await createProduct({ payload: shop.payload })
    await throwAway(product)
    for (const query of ['', '?trash=true', '?draft=true&trash=true']) {
      expect((await knock({ as, path: `/products/${product.id}${query}` })).status).toBe(404)
    }
    const { body } = await knock({ as, path: '/products?trash=true&limit=100&pagination=false' })
    expect(JSON.stringify(body)).not.toContain(product.id)
  })

  it('is found in the trash by editors, who may throw it away for good', async () => {
    const product = await createProduct({ payload: shop.payload })
    await order(product)
    await throwAway(product)
    const path = `/products/${product.id}?trash=true`
    expect((await knock({ as: 'editor', path })).status).toBe(200)
    expect((await knock({ as: 'editor', method: 'DELETE', path })).status).toBe(200)
    expect((await knock({ as: 'editor', path })).status).toBe(404)
  })

  it('stays on the orders of those who bought it, by its name and price', async () => {
    const product = await createProduct({ payload: shop.payload })
    const placed = await order(product)
    const { token } = placed.body.order as { token: string }
    await throwAway(product)
    await knock({ as: 'editor', method: 'DELETE', path: `/products/${product.id}?trash=true` })
    const { body } = await knock({ as: 'guest', path: `/shop/orders/${token}` })
    expect(body.order).toMatchObject({
      items: [{ amount: 350_000, title: expect.stringContaining('Produk') as string }],
      paymentState: 'unpaid',
      total: 350_000,
    })
  })
})

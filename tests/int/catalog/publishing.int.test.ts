import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { prose } from '@/dev/seed/prose'
import { findProductBySlug, findPublishedProducts, publishDueProducts } from '@/plugin/catalog'
import { slugsOf } from '@/plugin/kernel/payload'

import { createProduct, productData } from '../../factories/product'
import { bootShop } from '../../support/shop'

let payload: Payload

beforeAll(async () => {
  payload = (await bootShop()).payload
})

const create = (data: object, draft = false): Promise<{ id: string; slug: string }> =>
  payload.create({
    collection: slugsOf(payload).products,
    data: data as never,
    draft,
    overrideAccess: true,
  }) as never

const isOnSale = async (slug: string): Promise<boolean> =>
  (await findPublishedProducts({ payload })).some((product) => product.slug === slug)

const noon = new Date('2026-11-21T05:00:00.000Z')
const before = '2026-11-21T04:59:00.000Z'
const after = '2026-11-21T05:01:00.000Z'

describe('a draft', () => {
  it('is seen by nobody until it is published', async () => {
    const { slug } = await createProduct({ payload, wish: { _status: 'draft' } })
    expect(await isOnSale(slug)).toBe(false)
    expect(await findProductBySlug({ payload, slug })).toBeNull()
    expect(await findProductBySlug({ draft: true, payload, slug })).toMatchObject({ slug })
  })

  it('cannot be published while it is incomplete or its price is not whole rupiah', async () => {
    await expect(create(productData({ price: 1000.5 }))).rejects.toMatchObject({ status: 400 })
    await expect(create(productData({ price: 999 }))).rejects.toMatchObject({ status: 400 })
    await expect(create({ _status: 'published', title: 'Kosong' })).rejects.toMatchObject({
      status: 400,
    })
  })

  it('never holds a link that runs a script, since editors preview it', async () => {
    const description = prose(['Klik [di sini](javascript:alert(1))'])
    const data = productData({ _status: 'draft', description })
    await expect(create(data, true)).rejects.toMatchObject({ status: 400 })
  })
})

describe('an appointment to publish', () => {
  it('publishes what is due, once, and leaves the rest', async () => {
    const due = await createProduct({ payload, wish: { _status: 'draft', publishAt: before } })
    const later = await createProduct({ payload, wish: { _status: 'draft', publishAt: after } })
    expect(await publishDueProducts({ now: noon, payload })).toEqual({
      failed: [],
      published: [due.id],
    })
    expect([await isOnSale(due.slug), await isOnSale(later.slug)]).toEqual([true, false])
    expect(await publishDueProducts({ now: noon, payload })).toEqual({ failed: [], published: [] })
  })

  it('brings a new price of a product that is on sale already', async () => {
    const { id, slug } = await createProduct({ payload })
    await payload.update({
      id,
      collection: slugsOf(payload).products,
      data: { _status: 'draft', price: 400_000, publishAt: before } as never,
      draft: true,
      overrideAccess: true,
    })
    expect(await findProductBySlug({ payload, slug })).toMatchObject({ price: 350_000 })
    await publishDueProducts({ now: noon, payload })
    expect(await findProductBySlug({ payload, slug })).toMatchObject({ price: 400_000 })
  })

  it('does not hold up others when one draft is incomplete', async () => {
    const bad = await create({ _status: 'draft', publishAt: before, title: 'Setengah jadi' }, true)
    const good = await createProduct({ payload, wish: { _status: 'draft', publishAt: before } })
    const sweep = await publishDueProducts({ now: noon, payload })
    expect(sweep.published).toEqual([good.id])
    expect(sweep.failed.map(({ id }) => id)).toEqual([bad.id])
  })

  it('is kept by two sweeps at once without harm', async () => {
    const { slug } = await createProduct({ payload, wish: { _status: 'draft', publishAt: before } })
    await Promise.all([
      publishDueProducts({ now: noon, payload }),
      publishDueProducts({ now: noon, payload }),
    ])
    expect(await isOnSale(slug)).toBe(true)
  })
})

describe('the address of a product', () => {
  it('is made from the title and belongs to one product', async () => {
    const title = 'Pemeriksaan Jaringan Kantor'
    expect(await create(productData({ title }))).toMatchObject({
      slug: 'pemeriksaan-jaringan-kantor',
    })
    await expect(create(productData({ title }))).rejects.toMatchObject({ status: 400 })
  })
})

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { type DemoShop, seedDemo } from '@/dev/seed'
import { findPageBySlug, findProductBySlug, findPublishedProducts } from '@/plugin/catalog'
import { slugsOf } from '@/plugin/kernel/payload'

import { bootShop } from '../../support/shop'

let payload: Payload
let first: DemoShop

beforeAll(async () => {
  payload = (await bootShop()).payload
  first = await seedDemo({ payload })
}, 120_000)

describe('the seed of the demo shop', () => {
  it('sells seven products with picture, price and texts in both languages', async () => {
    for (const locale of ['id', 'en'] as const) {
      const products = await findPublishedProducts({ locale, payload })
      expect(products).toHaveLength(7)
      for (const product of products) {
        expect(product.images[0]).toMatchObject({ height: 900, width: 1200 })
        expect(product.images[0]?.url).toMatch(/^\/api\/media\/file\//)
        expect(product.features.every((feature) => feature.length > 0)).toBe(true)
        expect(product.faq.every(({ answer, question }) => answer && question)).toBe(true)
      }
    }
  })

  it('has servers that people look after, once, for what no panel makes', async () => {
    await seedDemo({ payload })
    const { docs } = await payload.find({
      collection: slugsOf(payload).hostingServers,
      depth: 0,
      overrideAccess: true,
      sort: 'name',
    })
    expect(docs).toMatchObject([
      { driver: 'manual', kinds: ['dedicated-server'], slots: 40 },
      { driver: 'manual', kinds: ['colocation'], slots: 42 },
    ])
  })

  it('speaks both languages', async () => {
    const slug = 'konsultasi-it-1-jam'
    const id = await findProductBySlug({ locale: 'id', payload, slug })
    const en = await findProductBySlug({ locale: 'en', payload, slug })
    expect([id?.title, en?.title]).toEqual(['Konsultasi IT 1 Jam', 'One-hour IT consultation'])
    expect((await findPageBySlug({ locale: 'en', payload, slug: 'kontak' }))?.title).toBe('Contact')
  })

  it('gives every account a password of its own, once', async () => {
    const passwords = [...first.staff, first.customer].map(({ password }) => password)
    expect(new Set(passwords).size).toBe(4)
    const again = await seedDemo({ payload })
    expect([...again.staff, again.customer].filter(({ password }) => password)).toEqual([])
    const owner = first.staff.find(({ role }) => role === 'owner')
    const { user } = await payload.login({
      collection: slugsOf(payload).staff,
      data: { email: owner?.email ?? '', password: owner?.password ?? '' },
    } as never)
    expect(user).toMatchObject({ role: 'owner' })
  })

  it('adds nothing the second time', async () => {
    await seedDemo({ payload })
    const { media, pages, products } = slugsOf(payload)
    const counts = [media, pages, products].map((collection) =>
      payload.count({ collection, overrideAccess: true }),
    )
    const totals = (await Promise.all(counts)).map(({ totalDocs }) => totalDocs)
    expect(totals).toEqual([7, 6, 7])
  })
})

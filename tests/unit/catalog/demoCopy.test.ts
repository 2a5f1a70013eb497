import { describe, expect, it } from 'vitest'

import { pageCopies } from '@/dev/seed/pages'
import { productCopies } from '@/dev/seed/products'
import { prose } from '@/dev/seed/prose'
import { findUnsafeHrefs, isHostingKind, isPrice, isSlug, productKinds } from '@/plugin/catalog'
import { findSoundPlans } from '@/plugin/plans'

describe('the demo shop', () => {
  it('sells one product of every kind, at a real price and address', () => {
    expect(productCopies.map(({ kind }) => kind).sort()).toEqual([...productKinds].sort())
    expect(productCopies.every(({ price, slug }) => isPrice(price) && isSlug(slug))).toBe(true)
  })

  it.each(
    productCopies
      .filter(({ kind }) => isHostingKind(kind))
      .map((copy) => [copy.slug, copy] as const),
  )('%s is paid at once or in 3, 6 or 12 parts, each plan sound', (_, copy) => {
    expect(findSoundPlans(copy).map(({ key }) => key)).toEqual(['3x', '6x', '12x'])
  })

  it.each(productCopies.map((copy) => [copy.slug, copy] as const))(
    '%s says the same in both languages',
    (_, { en, id }) => {
      expect(en.features).toHaveLength(id.features.length)
      expect(en.faq).toHaveLength(id.faq.length)
      expect(en.afterPayment).toHaveLength(id.afterPayment.length)
      expect(en.specification ?? []).toHaveLength(id.specification?.length ?? 0)
      expect(en.description).toHaveLength(id.description.length)
    },
  )

  it.each(productCopies.map((copy) => [copy.slug, copy] as const))(
    '%s fits what search engines show',
    (_, { en, id }) => {
      for (const { seo } of [en, id]) {
        expect(seo.title.length).toBeLessThanOrEqual(60)
        expect(seo.description.length).toBeLessThanOrEqual(155)
      }
    },
  )

  it('links only to safe addresses', () => {
    const texts = [...productCopies, ...pageCopies].flatMap(({ en, id }) =>
      [en, id].map((text) => ('body' in text ? text.body : text.description)),
    )
    expect(texts.flatMap((text) => findUnsafeHrefs(prose(text)))).toEqual([])
  })

  it('has the six plain pages of a shop', () => {
    expect(pageCopies.map(({ slug }) => slug)).toEqual([
      'syarat-ketentuan',
      'kebijakan-privasi',
      'kebijakan-pengembalian-dana',
      'kebijakan-cicilan',
      'tanya-jawab',
      'kontak',
    ])
  })
})

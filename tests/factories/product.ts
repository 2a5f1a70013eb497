import type { Payload } from 'payload'

import { prose } from '@/dev/seed/prose'
import { slugsOf } from '@/plugin/kernel/payload'

/** What a test says about a product; the rest is filled in. */
export type ProductWish = Partial<{
  _status: 'draft' | 'published'
  contractMonths: number
  description: unknown
  kind: string
  needsSpk: boolean
  plans: readonly object[]
  price: number
  publishAt: string
  slug: string
  title: string
}>

let made = 0

/** A product that may be published: every required field holds something sensible. */
export const productData = (wish: ProductWish = {}): Record<string, unknown> => {
  const title = wish.title ?? `Produk ${++made} ${Date.now()}`
  return {
    _status: 'published',
    afterPayment: 'Kami menghubungi Anda dalam 24 jam kerja.',
    description: prose(['Satu paragraf.']),
    kind: 'consulting',
    needsSpk: false,
    price: 350_000,
    refundRule: 'Uang kembali sebelum dimulai.',
    summary: 'Ringkasan.',
    title,
    ...wish,
  }
}

/** Stores a product, published unless the test wishes otherwise. */
export const createProduct = async (args: {
  payload: Payload
  wish?: ProductWish
}): Promise<{ id: string; slug: string }> => {
  const { payload, wish = {} } = args
  const doc: unknown = await payload.create({
    collection: slugsOf(payload).products,
    context: { disableRevalidate: true },
    data: productData(wish) as never,
    depth: 0,
    draft: wish._status === 'draft',
    overrideAccess: true,
  })
  const { id, slug } = doc as { id: string; slug: string }
  return { id, slug }
}

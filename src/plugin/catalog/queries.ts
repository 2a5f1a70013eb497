import type { Payload, Where } from 'payload'

import { z } from 'zod'

import type { Locale } from '../kernel/errors'

import { slugsOf } from '../kernel/payload'
import { isHostingKind, isProductKind } from './kinds'
import { type PublicProduct, toPublicProduct } from './publicProduct'
import { catalogRuntime } from './refresh'

/** A published plain page. */
export type PublicPage = {
  body: unknown
  id: string
  revisedOn: string
  slug: string
  title: string
}

const MOST_PRODUCTS = 200

const published: Where = { _status: { equals: 'published' } }

const bySlug = (slug: string): Where => ({ slug: { equals: slug } })

const storedPage = z.object({
  id: z.string(),
  body: z.unknown().optional(),
  revisedOn: z.string().nullish(),
  slug: z.string(),
  title: z.string().nullish(),
})

type Stocks = ReadonlyMap<string, null | number>

const kindOf = (stored: unknown): string => String((stored as { kind?: unknown } | undefined)?.kind)

/** What is left of each kind that is counted, asked once per kind. */
const findStocks = async (payload: Payload, stored: readonly unknown[]): Promise<Stocks> => {
  const kinds = [...new Set(stored.map(kindOf))].filter(
    (kind) => isProductKind(kind) && isHostingKind(kind),
  )
  const { findStock } = catalogRuntime.get(payload)
  return new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await findStock(payload, kind)] as const)),
  )
}

const stockIn = (stocks: Stocks, stored: unknown): null | number =>
  stocks.get(kindOf(stored)) ?? null

/** Every published product in the shop's own order. */
export const findPublishedProducts = async (args: {
  locale?: Locale
  payload: Payload
}): Promise<PublicProduct[]> => {
  const { locale = 'id', payload } = args
  const { docs } = await payload.find({
    collection: slugsOf(payload).products,
    depth: 1,
    limit: MOST_PRODUCTS,
    locale,
    overrideAccess: true,
    pagination: false,
    sort: ['position', 'createdAt'],
    where: published,
  })
  const origin = payload.config.serverURL
  const stocks = await findStocks(payload, docs)
  return docs.map((stored) => toPublicProduct({ origin, stock: stockIn(stocks, stored), stored }))
}

/**
 * One product by its address, or null. With `draft`, the newest draft instead of the published text:
 * pass it only after the visitor was recognised as an editor.
 */
export const findProductBySlug = async (args: {
  draft?: boolean
  locale?: Locale
  payload: Payload
  slug: string
}): Promise<null | PublicProduct> => {
  const { draft = false, locale = 'id', payload, slug } = args
  const { docs } = await payload.find({
    collection: slugsOf(payload).products,
    depth: 1,
    draft,
    limit: 1,
    locale,
    overrideAccess: true,
    pagination: false,
    where: draft ? bySlug(slug) : { and: [bySlug(slug), published] },
  })
  const [stored] = docs
  const stock = stockIn(await findStocks(payload, docs), stored)
  return stored ? toPublicProduct({ origin: payload.config.serverURL, stock, stored }) : null
}

/** One plain page by its address, or null; `draft` as for products. */
export const findPageBySlug = async (args: {
  draft?: boolean
  locale?: Locale
  payload: Payload
  slug: string
}): Promise<null | PublicPage> => {
  const { draft = false, locale = 'id', payload, slug } = args
  const { docs } = await payload.find({
    collection: slugsOf(payload).pages,
    depth: 1,
    draft,
    limit: 1,
    locale,
    overrideAccess: true,
    pagination: false,
    where: draft ? bySlug(slug) : { and: [bySlug(slug), published] },
  })
  if (!docs[0]) {
    return null
  }
  const page = storedPage.parse(docs[0])
  return {
    ...page,
    body: page.body ?? null,
    revisedOn: page.revisedOn ?? '',
    title: page.title ?? '',
  }
}

/** Addresses of all published products and pages, for the site map. */
export const findPublishedSlugs = async (
  payload: Payload,
): Promise<{
  pages: { slug: string; updatedAt: string }[]
  products: { slug: string; updatedAt: string }[]
}> => {
  const row = z.object({ slug: z.string(), updatedAt: z.string() })
  const slugs = slugsOf(payload)
  const read = async (collection: typeof slugs.pages) => {
    const { docs } = await payload.find({
      collection,
      depth: 0,
      limit: MOST_PRODUCTS,
      overrideAccess: true,
      pagination: false,
      select: { slug: true, updatedAt: true },
      where: published,
    })
    return docs.map((doc) => row.parse(doc))
  }
  return { pages: await read(slugs.pages), products: await read(slugs.products) }
}

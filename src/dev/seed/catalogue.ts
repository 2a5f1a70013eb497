import type { CollectionSlug, Payload } from 'payload'

import type { PageCopy, ProductCopy, ProductText } from './copy'

import { slugsOf } from '../../plugin/kernel/payload'
import { drawArtwork } from './artwork'
import { pageCopies } from './pages'
import { productCopies } from './products'
import { prose } from './prose'

const QUIET = { disableRevalidate: true }

type Row = Record<string, string>
type Stored = { faq?: unknown; features?: unknown; id: string; specification?: unknown }

const exists = async (args: {
  collection: CollectionSlug
  payload: Payload
  slug: string
}): Promise<boolean> => {
  const { totalDocs } = await args.payload.count({
    collection: args.collection,
    overrideAccess: true,
    trash: true,
    where: { slug: { equals: args.slug } },
  })
  return totalDocs > 0
}

/** Writes the Indonesian texts, adds the English ones to the same rows, and then publishes both. */
const createInBoth = async (args: {
  collection: CollectionSlug
  english: (stored: Stored) => object
  indonesian: object
  payload: Payload
}): Promise<void> => {
  const { collection, english, indonesian, payload } = args
  const shared = { collection, context: QUIET, depth: 0, overrideAccess: true }
  const data = { ...indonesian, _status: 'draft' }
  const stored = (await payload.create({ ...shared, data: data as never, locale: 'id' })) as Stored
  const translated = { ...english(stored), _status: 'published' }
  await payload.update({ ...shared, id: stored.id, data: translated as never, locale: 'en' })
}

const createPicture = async (args: { copy: ProductCopy; payload: Payload }): Promise<string> => {
  const { copy, payload } = args
  const data = await drawArtwork(copy.artwork)
  const shared = { collection: slugsOf(payload).media, depth: 0, overrideAccess: true }
  const picture = (await payload.create({
    ...shared,
    data: { alt: copy.id.imageAlt } as never,
    file: { name: `${copy.slug}.png`, data, mimetype: 'image/png', size: data.length },
    locale: 'id',
  })) as Stored
  await payload.update({
    ...shared,
    id: picture.id,
    data: { alt: copy.en.imageAlt } as never,
    locale: 'en',
  })
  return String(picture.id)
}

const rowsOf = (text: ProductText): Record<'faq' | 'features' | 'specification', Row[]> => ({
  faq: text.faq.map(([question, answer]) => ({ answer, question })),
  features: text.features.map((feature) => ({ text: feature })),
  specification: (text.specification ?? []).map(([label, value]) => ({ label, value })),
})

const textsOf = (text: ProductText): object => ({
  afterPayment: text.afterPayment.join('\n'),
  description: prose(text.description),
  refundRule: text.refundRule,
  seo: text.seo,
  summary: text.summary,
  title: text.title,
})

/** Gives translated rows the ids of the rows they translate. */
const sameRows = (stored: unknown, rows: Row[]): Row[] =>
  rows.map((row, index) => {
    const id: unknown = Array.isArray(stored) ? (stored[index] as Row | undefined)?.id : undefined
    return typeof id === 'string' ? { ...row, id } : row
  })

const translateProduct =
  (text: ProductText) =>
  (stored: Stored): object => {
    const { faq, features, specification } = rowsOf(text)
    return {
      ...textsOf(text),
      faq: sameRows(stored.faq, faq),
      features: sameRows(stored.features, features),
      specification: sameRows(stored.specification, specification),
    }
  }

const seedProduct = async (copy: ProductCopy, payload: Payload): Promise<void> => {
  const collection = slugsOf(payload).products
  if (await exists({ collection, payload, slug: copy.slug })) {
    return
  }
  const images = [await createPicture({ copy, payload })]
  const { contractMonths, kind, needsSpk, plans, position, price, slug } = copy
  const indonesian = {
    ...textsOf(copy.id),
    ...rowsOf(copy.id),
    images,
    kind,
    position,
    price,
    slug,
    ...(plans ? { contractMonths, needsSpk: needsSpk ?? true, plans } : {}),
  }
  await createInBoth({ collection, english: translateProduct(copy.en), indonesian, payload })
}

const seedPage = async (copy: PageCopy, payload: Payload): Promise<void> => {
  const collection = slugsOf(payload).pages
  if (await exists({ collection, payload, slug: copy.slug })) {
    return
  }
  const { isAgreed, revisedOn, slug } = copy
  const english = { body: prose(copy.en.body), title: copy.en.title }
  const indonesian = { body: prose(copy.id.body), isAgreed, revisedOn, slug, title: copy.id.title }
  await createInBoth({ collection, english: () => english, indonesian, payload })
}

/** Creates the products and pages that are missing; answers with the addresses of all of them. */
export const seedCatalogue = async (
  payload: Payload,
): Promise<{ pages: string[]; products: string[] }> => {
  for (const copy of productCopies) {
    await seedProduct(copy, payload)
  }
  for (const copy of pageCopies) {
    await seedPage(copy, payload)
  }
  return { pages: pageCopies.map((copy) => copy.slug), products: productCopies.map((c) => c.slug) }
}

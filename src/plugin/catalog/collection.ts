import type { CollectionConfig, GeneratePreviewURL } from 'payload'

import { anyOf, clampLimit, isEditor, publishedRows, type Slugs } from '../kernel/payload'
import { productFields } from './fields'
import { announceChange, announceDelete, dropAppointment, type Revalidate } from './hooks'

/** What an editor may look at before it is published. */
export type Previewed = 'page' | 'product'

/** Makes the address at which an editor sees a draft; a product and a page may share a slug. */
export type PreviewUrl = (args: { kind: Previewed; locale: string; slug: string }) => string

/** What a shop decides about its catalogue. */
export type CatalogOptions = {
  /** Address of a draft in the storefront; without it the panel offers no preview. */
  previewUrl?: PreviewUrl
  /** Told inside the transaction when the public sight of a product or page has changed. */
  revalidate?: Revalidate
  slugs: Slugs
}

const KEPT_VERSIONS = 50
const AUTOSAVE_MS = 1500

const BREAKPOINTS = [
  { name: 'ponsel', height: 740, label: 'Ponsel', width: 360 },
  { name: 'tablet', height: 1024, label: 'Tablet', width: 768 },
  { name: 'laptop', height: 800, label: 'Laptop', width: 1280 },
]

const slugOf = (doc: Record<string, unknown>): string =>
  typeof doc.slug === 'string' ? doc.slug : ''

/** Preview button and live preview, when the shop has told where drafts can be seen. */
export const previewAdmin = (args: {
  kind: Previewed
  previewUrl: PreviewUrl | undefined
}): Pick<NonNullable<CollectionConfig['admin']>, 'livePreview' | 'preview'> => {
  const { kind, previewUrl } = args
  if (!previewUrl) {
    return {}
  }
  const preview: GeneratePreviewURL = (doc, { locale }) => {
    const slug = slugOf(doc)
    return slug ? previewUrl({ kind, locale, slug }) : null
  }
  return {
    livePreview: {
      breakpoints: BREAKPOINTS,
      url: ({ data, locale }) =>
        previewUrl({ kind, locale: locale?.code ?? 'id', slug: slugOf(data) }),
    },
    preview,
  }
}

/** Drafts with autosave; appointments are ours (`publishAt`), since Payload's need Payload Jobs. */
export const draftVersions: CollectionConfig['versions'] = {
  drafts: { autosave: { interval: AUTOSAVE_MS } },
  maxPerDoc: KEPT_VERSIONS,
}

const productHooks = (revalidate: Revalidate | undefined): CollectionConfig['hooks'] => ({
  afterChange: revalidate ? [announceChange(revalidate)] : [],
  afterDelete: revalidate ? [announceDelete(revalidate)] : [],
  beforeChange: [dropAppointment],
  beforeOperation: [clampLimit],
})

/** The products of the shop: editors write them, the public reads what is published. */
export const createProductsCollection = (options: CatalogOptions): CollectionConfig => ({
  slug: options.slugs.products,
  access: {
    create: isEditor,
    delete: isEditor,
    read: anyOf(isEditor, publishedRows),
    readVersions: isEditor,
    update: isEditor,
  },
  admin: {
    defaultColumns: ['title', 'kind', 'price', '_status', 'updatedAt'],
    enableListViewSelectAPI: true,
    group: { en: 'Catalogue', id: 'Katalog' },
    hideAPIURL: true,
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
    ...previewAdmin({ kind: 'product', previewUrl: options.previewUrl }),
  },
  dbName: 'products',
  defaultSort: 'position',
  fields: productFields(options.slugs),
  forceSelect: { kind: true, plans: true },
  hooks: productHooks(options.revalidate),
  labels: {
    plural: { en: 'Products', id: 'Produk' },
    singular: { en: 'Product', id: 'Produk' },
  },
  trash: true,
  versions: draftVersions,
})

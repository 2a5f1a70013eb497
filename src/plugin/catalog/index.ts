export { addEditorTexts } from './editorTexts'
export { publishDueProducts, type PublishSweep } from './actions'
export { type CatalogOptions, createProductsCollection, type PreviewUrl } from './collection'
export type { Revalidate } from './hooks'
export {
  isHostingKind,
  isProductKind,
  type OrderPath,
  orderPathOf,
  PRODUCT_KINDS,
  type ProductKind,
  productKinds,
  resolveOrderPath,
} from './kinds'
export { findPlan } from './findPlan'
export { createPageEditionsCollection } from './editions/collection'
export { EDITION_STATEMENTS } from './editions/guards'
export {
  type AgreedEdition,
  agreedEditionsSql,
  findAgreedPages,
  findPageEdition,
  namedEditionsSql,
  type PageEdition,
} from './editions/queries'
export { createMediaCollection, type MediaOptions } from './media'
export { createPagesCollection } from './pages'
export { createProseEditor, proseField } from './prose'
export { type PublicImage, type PublicProduct, resolveSale, toPublicProduct } from './publicProduct'
export {
  findPageBySlug,
  findProductBySlug,
  findPublishedProducts,
  findPublishedSlugs,
  type PublicPage,
} from './queries'
export { findUnsafeHrefs, isPrice, isSafeHref, isSlug, MIN_PRICE, slugFrom } from './rules'
export {
  catalogRuntime,
  publishCron,
  publishTask,
  queueRefresh,
  queueStockRefresh,
  refreshTask,
} from './refresh'

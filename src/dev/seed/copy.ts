import type { ProductKind } from '../../plugin/catalog'
import type { PlanCopy } from './products/plans'

/** The motifs from which the artwork is drawn. */
export type Motif = 'cloud' | 'dialog' | 'hall' | 'layout' | 'nodes' | 'rack' | 'shield'

/** Texts of one product in one language. */
export type ProductText = {
  /** One step a line. */
  afterPayment: string[]
  /** Blocks of text: `## ` heading, `- ` list item, else a paragraph; `[words](address)` links. */
  description: string[]
  faq: [question: string, answer: string][]
  features: string[]
  imageAlt: string
  refundRule: string
  seo: { description: string; title: string }
  specification?: [label: string, value: string][]
  summary: string
  title: string
}

/** One product of the demo shop. Both languages have the same number of rows everywhere. */
export type ProductCopy = {
  artwork: { colours: [from: string, to: string, accent: string]; motif: Motif }
  en: ProductText
  id: ProductText
  /** Months of one contract, for hosting. */
  contractMonths?: number
  kind: ProductKind
  /** Ways to pay in parts, for hosting. */
  /** Whether instalments of it need an agreement; they do by default. */
  needsSpk?: boolean
  plans?: PlanCopy[]
  position: number
  price: number
  slug: string
}

/** One plain page of the demo shop; blocks as in a product's description. */
export type PageCopy = {
  en: { body: string[]; title: string }
  id: { body: string[]; title: string }
  /** Buyers agree to it at checkout. */
  isAgreed: boolean
  revisedOn: string
  slug: string
}

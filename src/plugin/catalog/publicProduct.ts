import { z } from 'zod'

import { type Rupiah, rupiah } from '../kernel/money'
import { contractMonthsOf, findContractPrice, findSoundPlans, type PlanTerms } from '../plans'
import {
  isHostingKind,
  type OrderPath,
  type ProductKind,
  productKinds,
  resolveOrderPath,
} from './kinds'

/** One picture as a page needs it. */
export type PublicImage = {
  alt: string
  height: number
  /** Landscape picture for link previews. */
  ogUrl?: string
  /** Small picture for cards. */
  cardUrl?: string
  url: string
  width: number
}

/** A product as the public may see it. */
export type PublicProduct = {
  afterPayment: string
  /** Price of one piece that is paid at once; for hosting that of the whole contract. */
  cashPrice: Rupiah
  /** Months that the cash price covers; null for what is not sold by the month. */
  contractMonths: null | number
  /** Lexical editor state; its links were checked when it was saved. */
  description: unknown
  faq: { answer: string; question: string }[]
  features: string[]
  id: string
  images: PublicImage[]
  kind: ProductKind
  orderPath: OrderPath
  /** Ways to pay in parts, in the editor's order; empty for what is no hosting. */
  plans: PlanTerms[]
  /** For hosting the price of one month. */
  price: Rupiah
  refundRule: string
  seo: { description?: string; title?: string }
  slug: string
  specification: { label: string; value: string }[]
  /** Pieces that can still be sold; null for what is not counted. */
  stock: null | number
  summary: string
  title: string
  updatedAt: string
}

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const list = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((rows) => rows ?? [])
const file = z.object({
  height: z.number().nullish(),
  url: z.string().nullish(),
  width: z.number().nullish(),
})
const picture = file.extend({
  alt: text,
  sizes: z.object({ card: file, og: file, page: file }).partial().nullish(),
})

/** What a stored product holds; drafts may lack nearly everything. */
const storedProduct = z.object({
  id: z.string(),
  afterPayment: text,
  contractMonths: z.unknown().optional(),
  description: z.unknown().optional(),
  faq: list(z.object({ answer: text, question: text })),
  features: list(z.object({ text })),
  images: list(z.union([picture, z.string()])),
  kind: z.enum(productKinds as [ProductKind, ...ProductKind[]]).nullish(),
  plans: z.unknown().optional(),
  price: z.number().nullish(),
  refundRule: text,
  seo: z.object({ description: z.string().nullish(), title: z.string().nullish() }).nullish(),
  slug: text,
  specification: list(z.object({ label: text, value: text })),
  summary: text,
  title: text,
  updatedAt: text,
})

type Picture = z.infer<typeof picture>

/** Own files become paths, so that pages on any of the shop's hosts, and the image optimiser, take them. */
const pathOf = (args: { origin: string; url: string }): string => {
  const { origin, url } = args
  return origin !== '' && url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
}

const toPublicImage = (args: { origin: string; stored: Picture | string }): PublicImage[] => {
  const { origin, stored } = args
  if (typeof stored === 'string') {
    return []
  }
  const best = stored.sizes?.page?.url ? stored.sizes.page : stored
  if (!best.url) {
    return []
  }
  const cardUrl = stored.sizes?.card?.url
  const ogUrl = stored.sizes?.og?.url
  return [
    {
      alt: stored.alt,
      height: best.height ?? 0,
      url: pathOf({ origin, url: best.url }),
      width: best.width ?? 0,
      ...(cardUrl ? { cardUrl: pathOf({ origin, url: cardUrl }) } : {}),
      ...(ogUrl ? { ogUrl: pathOf({ origin, url: ogUrl }) } : {}),
    },
  ]
}

type Sale = Pick<
  PublicProduct,
  'cashPrice' | 'contractMonths' | 'kind' | 'orderPath' | 'plans' | 'price'
>

/** How a product is sold: what it costs at once, and the plans that are sound. */
export const resolveSale = (args: {
  contractMonths?: unknown
  kind: ProductKind
  plans?: unknown
  price: number
}): Sale => {
  const { kind } = args
  const price = rupiah(args.price)
  if (!isHostingKind(kind)) {
    const orderPath = resolveOrderPath({ hasPlans: false, kind })
    return { cashPrice: price, contractMonths: null, kind, orderPath, plans: [], price }
  }
  const plans = findSoundPlans(args)
  return {
    cashPrice: findContractPrice(args) ?? price,
    contractMonths: contractMonthsOf(args),
    kind,
    orderPath: resolveOrderPath({ hasPlans: plans.length > 0, kind }),
    plans,
    price,
  }
}

/**
 * Public view of a stored product, one relation deep. A draft without a kind or price gets defaults.
 * Pictures at `origin`, the shop's own address, are given as paths.
 */
export const toPublicProduct = (args: {
  origin?: string
  stock?: null | number
  stored: unknown
}): PublicProduct => {
  const { origin = '', stock = null } = args
  const { contractMonths, features, images, kind, plans, price, seo, ...rest } =
    storedProduct.parse(args.stored)
  return {
    ...rest,
    ...resolveSale({ contractMonths, kind: kind ?? 'consulting', plans, price: price ?? 0 }),
    description: rest.description ?? null,
    features: features.map((feature) => feature.text),
    images: images.flatMap((stored) => toPublicImage({ origin, stored })),
    seo: {
      ...(seo?.description ? { description: seo.description } : {}),
      ...(seo?.title ? { title: seo.title } : {}),
    },
    stock,
  }
}

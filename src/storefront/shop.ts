import config from '@payload-config'
import { unstable_cache } from 'next/cache'
import { headers } from 'next/headers'
import { getPayload, type Payload } from 'payload'
import { cache } from 'react'

import { env } from '@/config/env'
import {
  findAgreedPages,
  findPageBySlug,
  findPageEdition,
  findProductBySlug,
  findPublishedProducts,
  findPublishedSlugs,
  type PageEdition,
  type PublicPage,
  type PublicProduct,
} from '@/plugin/catalog'
import { isDomainError } from '@/plugin/kernel/errors'
import { resolveClientAddress, takeRateToken } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import {
  checkPayment,
  findPublicOrder,
  openPayment,
  placeOrder,
  type PlaceOrderInput,
  type PublicOrder,
} from '@/plugin/orders'
import { findVerification, type SpkVerification } from '@/plugin/spk'

import type { PayWish } from './contract/wish'
import type { StoreLocale } from './i18n/locales'
import { isReachable } from './reachable'

export type { PageEdition, PublicPage, PublicProduct } from '@/plugin/catalog'
export type { PublicOrder } from '@/plugin/orders'

/** What the storefront asks for when it places an order. */
export type OrderRequest = {
  /** Whoever is logged in finds the order in the own list. */
  customerId?: string
  /** Sent again with the same key, the same order comes back and none is added. */
  idempotencyKey?: string
  input: PlaceOrderInput
  locale: StoreLocale
}

/** The one Payload of this process. */
export const getShop = (): Promise<Payload> => getPayload({ config })

/** Seconds; pages are also made anew at once when the panel announces a change. */
const cachedRead = { revalidate: 300 }

/** Every published product, in the shop's order. */
export const findProducts = unstable_cache(
  async (locale: StoreLocale): Promise<PublicProduct[]> =>
    findPublishedProducts({ locale, payload: await getShop() }),
  ['products'],
  cachedRead,
)

/** The same, straight from the database: for cart and checkout, where a stale price would confuse. */
export const findProductsNow = async (locale: StoreLocale): Promise<PublicProduct[]> =>
  findPublishedProducts({ locale, payload: await getShop() })

/** One published product by its address. */
export const findProduct = unstable_cache(
  async (locale: StoreLocale, slug: string): Promise<null | PublicProduct> =>
    findProductBySlug({ locale, payload: await getShop(), slug }),
  ['product'],
  cachedRead,
)

/** The newest draft of a product. Only for requests in draft mode. */
export const findProductDraft = cache(
  async (locale: StoreLocale, slug: string): Promise<null | PublicProduct> =>
    findProductBySlug({ draft: true, locale, payload: await getShop(), slug }),
)

/** One published plain page (terms, privacy, refunds, contact). */
export const findPage = unstable_cache(
  async (locale: StoreLocale, slug: string): Promise<null | PublicPage> =>
    findPageBySlug({ locale, payload: await getShop(), slug }),
  ['page'],
  cachedRead,
)

/** The newest draft of a plain page. Only for requests in draft mode. */
export const findPageDraft = cache(
  async (locale: StoreLocale, slug: string): Promise<null | PublicPage> =>
    findPageBySlug({ draft: true, locale, payload: await getShop(), slug }),
)

/** What a page said once. Cached for one request: title and text ask for the same. */
export const findEdition = cache(
  async (locale: StoreLocale, id: string): Promise<null | PageEdition> =>
    findPageEdition({ id, locale, payload: await getShop() }),
)

/** Pages that a buyer agrees to. */
export const findAgreed = async (locale: StoreLocale): Promise<{ slug: string; title: string }[]> =>
  findAgreedPages({ locale, payload: await getShop() })

/** Addresses of everything published, or null when the database cannot be asked (while building). */
export const findAddresses = async (): Promise<Awaited<
  ReturnType<typeof findPublishedSlugs>
> | null> => {
  if (!(await isReachable(env.DATABASE_URL))) {
    return null
  }
  try {
    return await findPublishedSlugs(await getShop())
  } catch {
    return null
  }
}

/** An order by its unguessable token, or null. */
export const findOrder = cache(async (token: string): Promise<null | PublicOrder> =>
  findPublicOrder({ payload: await getShop(), token }),
)

/** What anybody who holds a print of an agreement may know, or null. */
export const findAgreement = cache(async (token: string): Promise<null | SpkVerification> =>
  findVerification(await getShop(), token),
)

/** Writes a fault nobody foresaw into the log; refusals are part of the trade. */
export const reportFault = async (error: unknown): Promise<void> => {
  if (!isDomainError(error)) {
    const { logger } = await getShop()
    logger.error({ err: error, msg: 'The storefront could not do what a customer asked for' })
  }
}

/** As generous as the API's own limit, and counted together with it. */
const placeRate = { limit: 20, windowSeconds: 600 }

/** Places an order at the server's own prices. */
export const orderNow = async (request: OrderRequest): Promise<PublicOrder> => {
  const payload = await getShop()
  const bucket = `orders.place:${resolveClientAddress(await headers())}`
  await takeRateToken({ bucket, factor: env.RATE_LIMIT_FACTOR, payload, rate: placeRate })
  return placeOrder({ ...request, now: clock.now(), payload })
}

/**
 * Opens, or returns, the attempt to pay an order; `renew` asks for a new one, for another method. What
 * it asks for: the debts of the wish, else what is due.
 */
export const openPaymentPage = async (
  token: string,
  wish: { renew?: boolean } & PayWish = {},
): Promise<string> => {
  const payment = await openPayment({ ...wish, now: clock.now(), payload: await getShop(), token })
  return payment.paymentUrl
}

/** Asks the gateway once what became of an order's payment. */
export const checkOrder = async (token: string): Promise<PublicOrder> =>
  checkPayment({ payload: await getShop(), token })

/** Whether the visitor is signed in to the panel, which is what draft previews need. */
export const isStaffVisitor = async (): Promise<boolean> => {
  const shop = await getShop()
  const { user } = await shop.auth({ headers: await headers() })
  return user?.collection === shop.config.admin.user
}

import type { CollectionConfig } from 'payload'

import type { Locale } from './kernel/errors'
import type { ResolvedOptions } from './options'

import {
  createMediaCollection,
  createPageEditionsCollection,
  createPagesCollection,
  createProductsCollection,
  type PreviewUrl,
  queueRefresh,
} from './catalog'
import { createCustomersCollection } from './customers'
import { createFulfilmentsCollection, createHolidaysCollection } from './fulfilment'
import { createAllocationsCollection, createInstalmentsCollection } from './instalments'
import { createTransitionsCollection, type SlugKey, type Slugs } from './kernel/payload'
import {
  createMessageChoicesCollection,
  createMessageTextsCollection,
  createNotificationsCollection,
  renderPasswordMail,
} from './notifications'
import { createOrderItemsCollection, createOrdersCollection } from './orders'
import {
  createLedgerCollection,
  createPaymentEventsCollection,
  createPaymentsCollection,
  createReviewsCollection,
} from './payments'
import { createStaffCollection } from './staff'

/** The page that a customer's mail leads to, in his language unless the project names its own page. */
const passwordUrlOf = ({ passwordUrl, serverUrl }: ResolvedOptions): Record<Locale, string> => {
  const page = 'akun/kata-sandi?token={token}'
  return {
    en: passwordUrl ?? `${serverUrl}/en/${page}`,
    id: passwordUrl ?? `${serverUrl}/${page}`,
  }
}

/** The storefront's addresses of drafts. */
const previewFolders = { page: 'halaman', product: 'produk' } as const

/** Every collection by its default name, before the shop's overrides. */
const createCollections = (args: {
  options: ResolvedOptions
  slugs: Slugs
}): Record<SlugKey, CollectionConfig> => {
  const { options, slugs } = args
  const { mediaDir, rateLimitFactor: rateFactor, secureCookies, serverUrl } = options
  const login = { rateFactor, secureCookies, slugs }
  const passwordUrl = passwordUrlOf(options)
  const previewUrl: PreviewUrl = ({ kind, locale, slug }) =>
    `${serverUrl}/pratinjau/${previewFolders[kind]}/${encodeURIComponent(slug)}?locale=${locale}`
  const catalog = { previewUrl, slugs, ...(options.disabled ? {} : { revalidate: queueRefresh }) }
  return {
    orders: createOrdersCollection({ slugs }),
    orderItems: createOrderItemsCollection({ slugs }),
    instalments: createInstalmentsCollection({ slugs }),
    payments: createPaymentsCollection({ slugs }),
    reviews: createReviewsCollection({ slugs }),
    customers: createCustomersCollection({ ...login, passwordUrl, renderPasswordMail }),
    fulfilments: createFulfilmentsCollection({ slugs }),
    holidays: createHolidaysCollection({ slugs }),
    products: createProductsCollection(catalog),
    pages: createPagesCollection(catalog),
    pageEditions: createPageEditionsCollection({ slugs }),
    media: createMediaCollection({ slugs, ...(mediaDir ? { staticDir: mediaDir } : {}) }),
    messageChoices: createMessageChoicesCollection({ slugs }),
    messageTexts: createMessageTextsCollection({ slugs }),
    notifications: createNotificationsCollection({ slugs }),
    staff: createStaffCollection(login),
    ledgerEntries: createLedgerCollection({ slugs }),
    allocations: createAllocationsCollection({ slugs }),
    paymentEvents: createPaymentEventsCollection({ slugs }),
    transitions: createTransitionsCollection({ slugs }),
  }
}

/** The collections as the shop wants them: ours, each through its override. */
export const composeCollections = (args: {
  options: ResolvedOptions
  slugs: Slugs
}): Promise<CollectionConfig[]> => {
  const overrides = args.options.collections ?? {}
  const entries = Object.entries(createCollections(args)) as [SlugKey, CollectionConfig][]
  return Promise.all(
    entries.map(async ([key, defaultCollection]) => {
      const override = overrides[key]
      return override ? override({ defaultCollection }) : defaultCollection
    }),
  )
}

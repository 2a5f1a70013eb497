import type { CollectionConfig } from 'payload'

import type { Locale } from './kernel/errors'
import type { ResolvedOptions } from './options'

import {
  createAvailabilitiesCollection,
  createBookingsCollection,
  createSessionSummariesCollection,
  keepHosts,
} from './booking'
import {
  createMediaCollection,
  createPageEditionsCollection,
  createPagesCollection,
  createProductsCollection,
  type PreviewUrl,
  queueRefresh,
} from './catalog'
import {
  createContractCollections,
  createHostingCollections,
  createSpkCollections,
} from './collectionsOnCredit'
import { createConversationPostsCollection } from './conversations'
import { createCustomersCollection } from './customers'
import {
  createDownloadsCollection,
  createEntitlementsCollection,
  createPackagesCollection,
  createReleaseFilesCollection,
  createReleasesCollection,
} from './downloads'
import { createFulfilmentsCollection, createHolidaysCollection } from './fulfilment'
import { keepContractParties } from './instalments'
import {
  createTransitionsCollection,
  type SlugKey,
  type Slugs,
  withKeptTimes,
} from './kernel/payload'
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
import { createProblemsCollection } from './problems'
import { createRefundsCollection, createRefundTransfersCollection } from './refunds'
import {
  createFindingsCollection,
  createReportAccessesCollection,
  createReportDraftsCollection,
  createReportsCollection,
} from './reports'
import { createScopesCollection } from './scopes'
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

type Files = 'downloads' | 'entitlements' | 'packages' | 'releaseFiles' | 'releases'

/** Products that are files: what staff release, what buyers may fetch. */
const createFileCollections = (args: {
  options: ResolvedOptions
  slugs: Slugs
}): Record<Files, CollectionConfig> => {
  const { slugs } = args
  const { downloads, storage } = args.options
  return {
    entitlements: createEntitlementsCollection({ slugs }),
    releases: createReleasesCollection({ slugs }),
    releaseFiles: createReleaseFilesCollection({
      folder: storage.kind === 'folder' ? storage.folder : 'private',
      maxFileBytes: downloads.maxFileBytes,
      slugs,
    }),
    packages: createPackagesCollection({ slugs }),
    downloads: createDownloadsCollection({ slugs }),
  }
}

/** When consultations take place; what analyses may touch, what they find, and the reports about it. */
const createWorkCollections = (slugs: Slugs) => ({
  scopes: createScopesCollection({ slugs }),
  availabilities: createAvailabilitiesCollection({ slugs }),
  bookings: createBookingsCollection({ slugs }),
  sessionSummaries: createSessionSummariesCollection({ slugs }),
  findings: createFindingsCollection({ slugs }),
  reportDrafts: createReportDraftsCollection({ slugs }),
  reports: createReportsCollection({ slugs }),
  reportAccesses: createReportAccessesCollection({ slugs }),
})

/** Money that goes back, and what the disbursement was told to send. */
const createRefundCollections = (slugs: Slugs) => ({
  refunds: createRefundsCollection({ slugs }),
  refundTransfers: createRefundTransfersCollection({ slugs }),
})

const customerOptions = (options: ResolvedOptions) => ({
  beforeDelete: [keepContractParties],
  passwordUrl: passwordUrlOf(options),
  renderPasswordMail,
})

/** Every collection by its default name, before the shop's overrides. */
const createCollections = (args: {
  options: ResolvedOptions
  slugs: Slugs
}): Record<SlugKey, CollectionConfig> => {
  const { options, slugs } = args
  const { mediaDir, rateLimitFactor: rateFactor, secureCookies, serverUrl } = options
  const files = createFileCollections({ options, slugs })
  const login = { rateFactor, secureCookies, slugs }
  const previewUrl: PreviewUrl = ({ kind, locale, slug }) =>
    `${serverUrl}/pratinjau/${previewFolders[kind]}/${encodeURIComponent(slug)}?locale=${locale}`
  const catalog = { previewUrl, slugs, ...(options.disabled ? {} : { revalidate: queueRefresh }) }
  return {
    orders: createOrdersCollection({ slugs }),
    orderItems: createOrderItemsCollection({ slugs }),
    ...createContractCollections(slugs),
    ...createSpkCollections(slugs),
    ...createHostingCollections(slugs),
    payments: createPaymentsCollection({ slugs }),
    reviews: createReviewsCollection({ slugs }),
    ...createWorkCollections(slugs),
    conversationPosts: createConversationPostsCollection({ slugs }),
    customers: createCustomersCollection({ ...login, ...customerOptions(options) }),
    fulfilments: createFulfilmentsCollection({ slugs }),
    holidays: createHolidaysCollection({ slugs }),
    products: createProductsCollection(catalog),
    pages: createPagesCollection(catalog),
    pageEditions: createPageEditionsCollection({ slugs }),
    media: createMediaCollection({ slugs, ...(mediaDir ? { staticDir: mediaDir } : {}) }),
    messageChoices: createMessageChoicesCollection({ slugs }),
    messageTexts: createMessageTextsCollection({ slugs }),
    notifications: createNotificationsCollection({ slugs }),
    problems: createProblemsCollection({ slugs }),
    ...createRefundCollections(slugs),
    staff: createStaffCollection({ ...login, beforeDelete: [keepHosts] }),
    ...files,
    ledgerEntries: createLedgerCollection({ slugs }),
    paymentEvents: createPaymentEventsCollection({ slugs }),
    transitions: createTransitionsCollection({ slugs }),
  }
}

/**
 * The collections as the shop wants them: ours, each through its override. None takes from outside when
 * a row was made or changed.
 */
export const composeCollections = (args: {
  options: ResolvedOptions
  slugs: Slugs
}): Promise<CollectionConfig[]> => {
  const overrides = args.options.collections ?? {}
  const entries = Object.entries(createCollections(args)) as [SlugKey, CollectionConfig][]
  return Promise.all(
    entries.map(async ([key, defaultCollection]) => {
      const override = overrides[key]
      return withKeptTimes(override ? await override({ defaultCollection }) : defaultCollection)
    }),
  )
}

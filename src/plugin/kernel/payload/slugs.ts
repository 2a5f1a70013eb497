import type { CollectionSlug, Payload } from 'payload'

/** Slug of every collection that Lunas adds, by its default name. Tables keep fixed names. */
export type SlugKey =
  | 'allocations'
  | 'availabilities'
  | 'bookings'
  | 'chances'
  | 'contractRevisions'
  | 'contracts'
  | 'conversationPosts'
  | 'customers'
  | 'downloads'
  | 'entitlements'
  | 'findings'
  | 'fulfilments'
  | 'holidays'
  | 'hostingAccounts'
  | 'hostingServers'
  | 'hostingTasks'
  | 'instalments'
  | 'ledgerEntries'
  | 'media'
  | 'messageChoices'
  | 'messageTexts'
  | 'notifications'
  | 'orderItems'
  | 'orders'
  | 'overdueCases'
  | 'packages'
  | 'pageEditions'
  | 'pages'
  | 'paymentEvents'
  | 'payments'
  | 'problems'
  | 'products'
  | 'refunds'
  | 'refundTransfers'
  | 'releaseFiles'
  | 'releases'
  | 'reportAccesses'
  | 'reportDrafts'
  | 'reports'
  | 'reviews'
  | 'scopes'
  | 'serviceBlockers'
  | 'sessionSummaries'
  | 'spkAccesses'
  | 'spkEditions'
  | 'spkFiles'
  | 'spks'
  | 'spkTemplates'
  | 'staff'
  | 'transitions'

/** The slugs in force in one shop; relations and queries name collections only through these. */
export type Slugs = Record<SlugKey, CollectionSlug>

const DEFAULTS: Record<SlugKey, string> = {
  allocations: 'allocations',
  availabilities: 'availabilities',
  bookings: 'bookings',
  chances: 'chances',
  contractRevisions: 'contract-revisions',
  contracts: 'contracts',
  conversationPosts: 'conversation-posts',
  customers: 'customers',
  downloads: 'downloads',
  entitlements: 'entitlements',
  findings: 'findings',
  fulfilments: 'fulfilments',
  holidays: 'holidays',
  hostingAccounts: 'hosting-accounts',
  hostingServers: 'hosting-servers',
  hostingTasks: 'hosting-tasks',
  instalments: 'instalments',
  ledgerEntries: 'ledger-entries',
  media: 'media',
  messageChoices: 'message-choices',
  messageTexts: 'message-texts',
  notifications: 'notifications',
  orderItems: 'order-items',
  orders: 'orders',
  overdueCases: 'overdue-cases',
  packages: 'packages',
  pageEditions: 'page-editions',
  pages: 'pages',
  paymentEvents: 'payment-events',
  payments: 'payments',
  problems: 'problems',
  products: 'products',
  refunds: 'refunds',
  refundTransfers: 'refund-transfers',
  releaseFiles: 'release-files',
  releases: 'releases',
  reportAccesses: 'report-accesses',
  reportDrafts: 'report-drafts',
  reports: 'reports',
  reviews: 'reviews',
  scopes: 'scopes',
  serviceBlockers: 'service-blockers',
  sessionSummaries: 'session-summaries',
  spkAccesses: 'spk-accesses',
  spkEditions: 'spk-editions',
  spkFiles: 'spk-files',
  spks: 'spks',
  spkTemplates: 'spk-templates',
  staff: 'staff',
  transitions: 'transitions',
}

/** The slugs of a shop that overrides none. */
export const defaultSlugs = DEFAULTS as Slugs

/**
 * Completes the overrides of a host project with the defaults.
 *
 * @throws Error when two collections would share a slug
 */
export const resolveSlugs = (overrides: Partial<Record<SlugKey, string>> = {}): Slugs => {
  const slugs: Record<string, string> = { ...DEFAULTS, ...overrides }
  const taken = new Map<string, string>()
  for (const [key, slug] of Object.entries(slugs)) {
    const other = taken.get(slug)
    if (other) {
      throw new Error(`Slug "${slug}" is used for both ${other} and ${key}`)
    }
    taken.set(slug, key)
  }
  return slugs as Slugs
}

/**
 * Refuses slugs that the project uses itself, before Payload says so less clearly.
 *
 * @throws Error that names each and how to choose another
 */
export const assertSlugsFree = (slugs: Slugs, taken: readonly { slug: string }[]): void => {
  const used = new Set(taken.map(({ slug }) => slug))
  const faults = Object.entries(slugs)
    .filter(([, slug]) => used.has(slug))
    .map(([key, slug]) => `"${slug}": choose another with slugs.${key}`)
  if (faults.length > 0) {
    throw new Error(`The project already has collections named:\n  ${faults.join('\n  ')}`)
  }
}

type LunasCustom = { lunas?: { slugs?: Slugs } }

/** The slugs in force in a running shop; the plugin keeps them in `config.custom.lunas.slugs`. */
export const slugsOf = (payload: Payload): Slugs =>
  (payload.config.custom as LunasCustom | undefined)?.lunas?.slugs ?? defaultSlugs

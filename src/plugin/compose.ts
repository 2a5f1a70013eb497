import type { CollectionConfig, Config, Endpoint, Payload } from 'payload'

import type { ResolvedOptions } from './options'

import { createDuitkuGateway } from './adapters/duitku'
import { refreshPages } from './adapters/storefront'
import { createChatChannel } from './adapters/whatsapp'
import {
  catalogRuntime,
  createMediaCollection,
  createPagesCollection,
  createProductsCollection,
  type PreviewUrl,
  queueRefresh,
} from './catalog'
import { createCustomerEndpoints, createCustomersCollection } from './customers'
import {
  createFulfilmentsCollection,
  createHolidaysCollection,
  fulfilmentRuntime,
  isStillDue,
} from './fulfilment'
import { createJobEndpoints } from './jobs'
import type { Locale } from './kernel/errors'
import {
  createAllocationsCollection,
  createInstalmentsCollection,
  instalmentsRuntime,
} from './instalments'
import { createOpenApiEndpoint } from './kernel/openapi'
import {
  createLateLogger,
  createTransitionsCollection,
  getAdapter,
  keepPoolWhole,
  type SlugKey,
  type Slugs,
} from './kernel/payload'
import {
  createMessageChoicesCollection,
  createMessageTextsCollection,
  createNoticeEndpoints,
  createNotificationEndpoints,
  createNotificationsCollection,
  createOutsideEndpoints,
  notificationsRuntime,
  renderPasswordMail,
} from './notifications'
import {
  createOrderEndpoints,
  createOrderItemsCollection,
  createOrdersCollection,
  isStillUnpaid,
  orderFulfilmentOwner,
  orderPaymentOwner,
  ordersRuntime,
} from './orders'
import {
  createLedgerCollection,
  createPaymentEventsCollection,
  createPaymentsCollection,
  createReviewEndpoints,
  createReviewsCollection,
  paymentsRuntime,
} from './payments'
import { createStaffCollection, findStaffRecipients } from './staff'

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

const chatSecretsOf = (chat: ResolvedOptions['whatsapp']): string[] => {
  if (chat.id === 'wa.me') {
    return []
  }
  return chat.id === 'cloud' ? [chat.token, chat.appSecret, chat.verifyToken] : [chat.token]
}

/** The intent endpoints under `/api`. */
export const composeEndpoints = (options: ResolvedOptions): Endpoint[] => {
  const { rateLimitFactor: rateFactor, serverUrl, shopName } = options
  const limits = { rateFactor }
  const endpoints = [
    ...createCustomerEndpoints(limits),
    ...createOrderEndpoints(limits),
    ...createReviewEndpoints(limits),
    ...createNoticeEndpoints(limits),
    ...createOutsideEndpoints(limits),
    ...createNotificationEndpoints(limits),
    ...createJobEndpoints(limits),
  ]
  return [...endpoints, createOpenApiEndpoint({ endpoints, rateFactor, serverUrl, shopName })]
}

/**
 * Tells every feature what it needs of the others and of the outside world. Answers with what is to
 * be called once Payload has started.
 */
export const installRuntimes = (
  config: Config,
  options: ResolvedOptions,
): ((payload: Payload) => void) => {
  const { duitku, mailAdmin, numberPrefix, secret, serverUrl, shopName, support } = options
  const secrets = [duitku.apiKey, ...(duitku.previousApiKeys ?? []), secret]
  const logger = createLateLogger([...secrets, ...chatSecretsOf(options.whatsapp)])
  catalogRuntime.install(config, { refresh: (slug) => refreshPages({ secret, serverUrl, slug }) })
  instalmentsRuntime.install(config, { waiverLimit: options.waiverLimit })
  ordersRuntime.install(config, { numberPrefix, serverUrl })
  fulfilmentRuntime.install(config, {
    ...options.fulfilment,
    owner: orderFulfilmentOwner,
    serverUrl,
  })
  notificationsRuntime.install(config, {
    chat: createChatChannel(options.whatsapp),
    contact: support,
    findStaff: (tx) =>
      mailAdmin.length > 0
        ? Promise.resolve(mailAdmin.map((address) => ({ address, name: 'Admin' })))
        : findStaffRecipients(tx),
    rateFactor: options.rateLimitFactor,
    secret,
    serverUrl,
    shopName,
    stillWanted: {
      'item.dueSoon': isStillDue,
      'item.late': isStillDue,
      'payment.expired': isStillUnpaid,
      'payment.failed': isStillUnpaid,
    },
  })
  paymentsRuntime.install(config, {
    callbackUrl: `${serverUrl}/api/duitku/callback`,
    expiryMinutes: options.expiryMinutes,
    gateway: createDuitkuGateway({ fallbackEmail: support.email, ...duitku, logger }),
    owner: orderPaymentOwner,
    returnUrl: `${serverUrl}/pembayaran/selesai?token={token}`,
    sweepBudget: options.sweepBudget,
  })
  return logger.attach
}

/**
 * Payload puts no such listeners on its pool: without them a Postgres restart kills the process. The
 * pool speaks for idle connections only; one that is lost between two statements of a transaction
 * has to be listened to itself. Its next statement fails, and whoever runs that reports it.
 */
export const surviveDatabaseRestarts = (payload: Payload): void => {
  keepPoolWhole(payload)
  const { pool } = getAdapter(payload)
  const heard = new WeakSet<object>()
  pool.on('error', (error) => {
    payload.logger.warn({ err: error, msg: 'An idle database connection was lost' })
  })
  pool.on('acquire', (client) => {
    if (!heard.has(client)) {
      heard.add(client)
      client.on('error', () => undefined)
    }
  })
}

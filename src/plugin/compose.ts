import type { Config, Endpoint, Payload } from 'payload'

import type { ResolvedOptions } from './options'

import { createDuitkuDisburser, createDuitkuGateway, type DuitkuLogger } from './adapters/duitku'
import { stampSecretsOf } from './adapters/stamp'
import { createFileStore } from './adapters/storage'
import { refreshPages } from './adapters/storefront'
import { chatSecretsOf } from './adapters/whatsapp'
import { bookingRuntime, consultingDesk } from './booking'
import { catalogRuntime } from './catalog'
import { installFiles } from './composeFiles'
import { installNotifications } from './composeNotifications'
import { installOrders } from './composeOrders'
import { beginAlong, installScopes } from './composeScopes'
import { installSpk } from './composeSpk'
import { createCustomerEndpoints } from './customers'
import { createDownloadEndpoints, downloadDesk } from './downloads'
import { createExportEndpoints } from './exports'
import { composeDesks, fulfilmentRuntime } from './fulfilment'
import { createGateEndpoints, createHostingEndpoints, findStock } from './hosting'
import { createDocumentEndpoints, instalmentsRuntime } from './instalments'
import { createJobEndpoints } from './jobs'
import { createOpenApiEndpoint } from './kernel/openapi'
import { createLateLogger, statementsOn } from './kernel/payload'
import {
  createNoticeEndpoints,
  createNotificationEndpoints,
  createOutsideEndpoints,
} from './notifications'
import {
  buildOrderUrl,
  createOrderEndpoints,
  createQuestionEndpoints,
  createSessionEndpoints,
  orderFulfilmentOwner,
  orderPaymentOwner,
} from './orders'
import { createOverdueEndpoints } from './overdue'
import { createReviewEndpoints, paymentsRuntime } from './payments'
import { createProblemEndpoints, problemsRuntime } from './problems'
import { createRefundEndpoints, isOnItsWayBack, refundsRuntime } from './refunds'
import { createRenewalEndpoints } from './renewals'
import { createReportEndpoints, reportDesk } from './reports'
import { createScopeEndpoints, scopeDesk } from './scopes'
import { createSpkEndpoints } from './spk'

type OrderPage = { locale: string; token: string }

/** The intent endpoints under `/api`. */
export const composeEndpoints = (options: ResolvedOptions): Endpoint[] => {
  const { rateLimitFactor: rateFactor, serverUrl, shopName } = options
  const limits = { rateFactor }
  const linkOrder = (page: OrderPage): string => buildOrderUrl({ ...page, serverUrl })
  const endpoints = [
    ...createCustomerEndpoints(limits),
    ...createOrderEndpoints(limits),
    ...createQuestionEndpoints(limits),
    ...createSessionEndpoints(limits),
    ...createDocumentEndpoints({ ...limits, linkOrder, shopName }),
    ...createDownloadEndpoints(limits),
    ...createReportEndpoints(limits),
    ...createScopeEndpoints(limits),
    ...createSpkEndpoints(limits),
    ...createHostingEndpoints(limits),
    ...createRenewalEndpoints(limits),
    ...createReviewEndpoints(limits),
    ...createGateEndpoints(limits),
    ...createOverdueEndpoints(limits),
    ...createProblemEndpoints(limits),
    ...createRefundEndpoints(limits),
    ...createNoticeEndpoints(limits),
    ...createOutsideEndpoints(limits),
    ...createNotificationEndpoints(limits),
    ...createJobEndpoints(limits),
    ...createExportEndpoints(limits),
  ]
  return [...endpoints, createOpenApiEndpoint({ endpoints, rateFactor, serverUrl, shopName })]
}

/** What the page of a delivery shows beside its own, by kind: paths of components. */
export const DELIVERY_PARTS = {
  consulting: ['/plugin/booking/admin/SessionPart#SessionPart'],
  'security-analysis': [
    '/plugin/scopes/admin/ScopePart#ScopePart',
    '/plugin/reports/admin/ReportPart#ReportPart',
  ],
  template: ['/plugin/downloads/admin/RightPart#RightPart'],
} as const satisfies Record<string, readonly string[]>

/** What happens to paid items. */
const installDelivery = (config: Config, options: ResolvedOptions): void => {
  const { serverUrl } = options
  fulfilmentRuntime.install(config, {
    ...options.fulfilment,
    alsoBegin: beginAlong,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    desks: {
      consulting: consultingDesk,
      'security-analysis': composeDesks(scopeDesk, reportDesk),
      template: downloadDesk,
    },
    owner: orderFulfilmentOwner,
    parts: DELIVERY_PARTS,
    serverUrl,
  })
  bookingRuntime.install(config, {
    ...options.booking,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    serverUrl,
  })
}

/** What happens when something goes wrong. */
const installHelp = (config: Config, options: ResolvedOptions, logger: DuitkuLogger): void => {
  const { disbursement, serverUrl } = options
  refundsRuntime.install(config, {
    ...options.refunds,
    disburser: disbursement ? createDuitkuDisburser({ ...disbursement, logger }) : null,
    serverUrl,
  })
  problemsRuntime.install(config, {
    ...options.problems,
    rateFactor: options.rateLimitFactor,
    serverUrl,
  })
}

/**
 * Tells every feature what it needs of the others and of the outside world. Answers with what is to
 * be called once Payload has started.
 */
export const installRuntimes = (
  config: Config,
  options: ResolvedOptions,
): ((payload: Payload) => void) => {
  const { disbursement, duitku, secret, serverUrl, support } = options
  const keys = [duitku.apiKey, ...(duitku.previousApiKeys ?? [])]
  const secrets = [...keys, ...(disbursement ? [disbursement.secret] : []), secret]
  const store = createFileStore(options.storage)
  const logger = createLateLogger([
    ...secrets,
    ...chatSecretsOf(options.whatsapp),
    ...stampSecretsOf(options.stamp),
  ])
  catalogRuntime.install(config, {
    findStock: (payload, kind) => findStock(statementsOn(payload), kind),
    refresh: (slug) => refreshPages({ secret, serverUrl, slug }),
  })
  instalmentsRuntime.install(config, { waiverLimit: options.waiverLimit })
  installOrders(config, options)
  installDelivery(config, options)
  installFiles(config, options, store)
  installScopes(config, options)
  installSpk(config, options, store)
  installHelp(config, options, logger)
  installNotifications(config, options)
  paymentsRuntime.install(config, {
    callbackUrl: `${serverUrl}/api/duitku/callback`,
    expiryMinutes: options.expiryMinutes,
    gateway: createDuitkuGateway({ fallbackEmail: support.email, ...duitku, logger }),
    owner: { ...orderPaymentOwner, isOnItsWayBack },
    returnUrl: `${serverUrl}/pembayaran/selesai?token={token}`,
    sweepBudget: options.sweepBudget,
  })
  return logger.attach
}

import type { Config, Endpoint, Payload } from 'payload'

import type { ResolvedOptions } from './options'

import { createDuitkuGateway } from './adapters/duitku'
import { refreshPages } from './adapters/storefront'
import { chatSecretsOf, createChatChannel } from './adapters/whatsapp'
import { catalogRuntime } from './catalog'
import { createCustomerEndpoints } from './customers'
import { fulfilmentRuntime, isStillDue } from './fulfilment'
import { instalmentsRuntime } from './instalments'
import { createJobEndpoints } from './jobs'
import { createOpenApiEndpoint } from './kernel/openapi'
import { createLateLogger, getAdapter, keepPoolWhole } from './kernel/payload'
import {
  createNoticeEndpoints,
  createNotificationEndpoints,
  createOutsideEndpoints,
  notificationsRuntime,
} from './notifications'
import {
  createOrderEndpoints,
  isStillUnpaid,
  orderFulfilmentOwner,
  orderPaymentOwner,
  ordersRuntime,
} from './orders'
import { createReviewEndpoints, paymentsRuntime } from './payments'
import { findStaffRecipients } from './staff'

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

const installNotifications = (config: Config, options: ResolvedOptions): void => {
  const { mailAdmin, secret, serverUrl, shopName, support } = options
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
    stuckAfterMinutes: options.stuckAfterMinutes,
    stillWanted: {
      'item.dueSoon': isStillDue,
      'item.late': isStillDue,
      'payment.expired': isStillUnpaid,
      'payment.failed': isStillUnpaid,
    },
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
  const { duitku, numberPrefix, secret, serverUrl, support } = options
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
  installNotifications(config, options)
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

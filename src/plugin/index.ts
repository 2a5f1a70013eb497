import type { Config, Plugin } from 'payload'

import { addEditorTexts, publishCron, publishTask, refreshTask } from './catalog'
import { composeCollections } from './collections'
import { composeEndpoints, installRuntimes, surviveDatabaseRestarts } from './compose'
import { registerTask } from './customers'
import { addWorkViews, fulfilmentCron, fulfilmentTask } from './fulfilment'
import { addJobsView } from './jobs'
import { passwordLinkTask } from './kernel/accounts'
import { auditCron, auditTask, sealCron, sealTask } from './kernel/history'
import {
  answerBadInput,
  assertAccessDeclared,
  assertSlugsFree,
  closeHostCollections,
  resolveSlugs,
} from './kernel/payload'
import { addMessageViews, confirmTask, deliverTask, watchCron, watchTask } from './notifications'
import { type LunasOptions, resolveLunasOptions } from './options'
import { addTodoBoard } from './orders'
import { expireTask, settleTask, sweepCron, sweepTask } from './payments'

export { signRefresh } from './adapters/storefront'
export { findPageBySlug, findProductBySlug, findPublishedProducts } from './catalog'
export { FULFILMENT_STATEMENTS } from './fulfilment'
export { HISTORY_STATEMENTS } from './kernel/history'
export { createShopLogger, GUARD_STATEMENTS, guardRest } from './kernel/payload'
export { createMailTransport, type MailOptions } from './notifications'
export { checkPayment, findPublicOrder, openPayment, placeOrder } from './orders'
export type { CollectionOverride, LunasOptions } from './options'
export { receiveCallback } from './payments'
export { findReadiness, type Readiness } from './readiness'

/** Every kind of background work, for `startWorker`. */
export const lunasTasks = [
  auditTask,
  confirmTask,
  deliverTask,
  expireTask,
  fulfilmentTask,
  passwordLinkTask,
  publishTask,
  refreshTask,
  registerTask,
  sealTask,
  settleTask,
  sweepTask,
  watchTask,
] as const

/** Everything that the clock starts, for `startWorker`. */
export const lunasCrons = [
  auditCron,
  fulfilmentCron,
  publishCron,
  sealCron,
  sweepCron,
  watchCron,
] as const

/**
 * Headless commerce for Payload: catalogue, orders, payments through Duitku, outbox, staff and
 * customers. Composes with what the project already has and replaces none of it.
 *
 * @throws Error at start when an option is wrong or something has not declared its access
 */
export const lunas =
  (given: LunasOptions): Plugin =>
  async (incoming: Config): Promise<Config> => {
    const options = resolveLunasOptions(given)
    const slugs = resolveSlugs(options.slugs)
    assertSlugsFree(slugs, incoming.collections ?? [])
    const collections = await composeCollections({ options, slugs })
    const config: Config = {
      ...incoming,
      collections: [...(incoming.collections ?? []), ...collections],
      custom: { ...incoming.custom, lunas: { slugs } },
    }
    if (options.disabled) {
      return config
    }
    const connectRuntimes = installRuntimes(config, options)
    config.endpoints = [...(incoming.endpoints ?? []), ...composeEndpoints(options)]
    config.hooks = {
      ...incoming.hooks,
      afterError: [...(incoming.hooks?.afterError ?? []), answerBadInput],
    }
    config.onInit = async (payload) => {
      await incoming.onInit?.(payload)
      connectRuntimes(payload)
      surviveDatabaseRestarts(payload)
      closeHostCollections(payload)
    }
    const withViews = addWorkViews(addJobsView(addMessageViews(addEditorTexts(config))))
    const complete = addTodoBoard(withViews)
    assertAccessDeclared(complete)
    return complete
  }

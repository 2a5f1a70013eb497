import type { Config, Plugin } from 'payload'

import { bookingCron, bookingTask, confirmBookingTask } from './booking'
import { publishCron, publishTask, refreshTask } from './catalog'
import { composeCollections } from './collections'
import { composeEndpoints, installRuntimes } from './compose'
import { composePanel } from './composePanel'
import { registerTask } from './customers'
import {
  announceTask,
  buildTask,
  clearCron,
  clearTask,
  prepareTask,
  receiveTask,
} from './downloads'
import { withExportForms } from './exports'
import { fulfilmentCron, fulfilmentTask } from './fulfilment'
import { passwordLinkTask } from './kernel/accounts'
import { auditCron, auditTask, sealCron, sealTask } from './kernel/history'
import {
  answerBadInput,
  assertAccessDeclared,
  assertSlugsFree,
  closeHostCollections,
  resolveSlugs,
} from './kernel/payload'
import { confirmTask, deliverTask, watchCron, watchTask } from './notifications'
import { type LunasOptions, resolveLunasOptions } from './options'
import { hostingCrons, hostingTasks } from './hosting'
import { ladderCron, ladderTask, withOverdueHead } from './overdue'
import { expireTask, settleTask, sweepCron, sweepTask } from './payments'
import { problemCron, problemTask } from './problems'
import { transferTask } from './refunds'
import { renewalCron, renewalTask } from './renewals'
import { buildReportTask } from './reports'
import { scopeBeginTask, scopeCron, scopeLookTask, scopeTendTask } from './scopes'
import {
  clearUploadsCron,
  clearUploadsTask,
  spkAffixTask,
  spkAnalyseTask,
  spkClearTask,
  spkFinalTask,
  spkRetainCron,
  spkRetainTask,
  spkSealTask,
  spkStampTask,
  spkTendCron,
  spkTendTask,
} from './spk'
import { surviveDatabaseRestarts } from './surviveDatabaseRestarts'

export { signRefresh } from './adapters/storefront'
export { BOOKING_STATEMENTS } from './booking'
export { findPageBySlug, findProductBySlug, findPublishedProducts } from './catalog'
export { ATTACHMENT_STATEMENTS, CAPTION_STATEMENTS } from './attachments'
export { CONVERSATION_STATEMENTS } from './conversations'
export { DOWNLOAD_STATEMENTS, publishRelease } from './downloads'
export { FOLLOW_UP_STATEMENTS, FULFILMENT_STATEMENTS } from './fulfilment'
export {
  BLOCKER_STATEMENTS,
  GATE_STATEMENTS,
  HOSTING_STATEMENTS,
  HOSTING_TERM_STATEMENTS,
} from './hosting'
export { CONTRACT_STATEMENTS } from './instalments'
export { HISTORY_STATEMENTS } from './kernel/history'
export { createShopLogger, GUARD_STATEMENTS, guardRest } from './kernel/payload'
export { createMailTransport, type MailOptions } from './notifications'
export { OVERDUE_STATEMENTS } from './overdue'
export { PROBLEM_STATEMENTS } from './problems'
export { REFUND_STATEMENTS, TRANSFER_STATEMENTS } from './refunds'
export { EVIDENCE_STATEMENTS, REPORT_STATEMENTS } from './reports'
export { SCOPE_STATEMENTS } from './scopes'
export { SPK_ADDENDUM_STATEMENTS, SPK_STATEMENTS } from './spk'
export { checkPayment, findPublicOrder, openPayment, placeOrder } from './orders'
export type { CollectionOverride, LunasOptions } from './options'
export { receiveCallback } from './payments'
export { findReadiness, type Readiness } from './readiness'

/** Every kind of background work, for `startWorker`. */
export const lunasTasks = [
  announceTask,
  auditTask,
  bookingTask,
  confirmBookingTask,
  buildTask,
  buildReportTask,
  clearTask,
  clearUploadsTask,
  confirmTask,
  deliverTask,
  expireTask,
  fulfilmentTask,
  ...hostingTasks,
  ladderTask,
  passwordLinkTask,
  problemTask,
  prepareTask,
  publishTask,
  receiveTask,
  refreshTask,
  renewalTask,
  registerTask,
  scopeBeginTask,
  scopeLookTask,
  scopeTendTask,
  sealTask,
  settleTask,
  spkAffixTask,
  spkClearTask,
  spkRetainTask,
  spkTendTask,
  spkAnalyseTask,
  spkFinalTask,
  spkSealTask,
  spkStampTask,
  sweepTask,
  transferTask,
  watchTask,
] as const

/** Everything that the clock starts, for `startWorker`. */
export const lunasCrons = [
  auditCron,
  bookingCron,
  clearCron,
  clearUploadsCron,
  fulfilmentCron,
  ...hostingCrons,
  ladderCron,
  problemCron,
  publishCron,
  renewalCron,
  scopeCron,
  sealCron,
  spkRetainCron,
  spkTendCron,
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
    config.collections = withOverdueHead(withExportForms(config.collections ?? [], slugs), slugs)
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
    const complete = composePanel(config)
    assertAccessDeclared(complete)
    return complete
  }

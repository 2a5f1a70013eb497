import type { Config } from 'payload'

import type { ResolvedOptions } from './options'

import { createChatChannel } from './adapters/whatsapp'
import { sessionReasons } from './booking'
import { isStillEntitled, revealInMessage } from './downloads'
import { isStillDelivered, isStillDue } from './fulfilment'
import { notificationsRuntime, type ReasonCheck } from './notifications'
import { isStillUnpaid } from './orders'
import { overdueReasons } from './overdue'
import { isStillUnanswered } from './problems'
import { isNotRefunded } from './refunds'
import { reportReasons, revealReportInMessage } from './reports'
import { scopeReasons } from './scopes'
import { spkReasons, spkReveals } from './spk'
import { findStaffRecipients } from './staff'

/** Nobody is asked how he likes what he gives back. */
const isFollowUpWanted: ReasonCheck = async (asked) =>
  (await isStillDelivered(asked)) && (await isNotRefunded(asked))

/** Who is told what, by which channels, and whether the reason for it still holds. */
export const installNotifications = (config: Config, options: ResolvedOptions): void => {
  const { mailAdmin, secret, serverUrl, shopName, support } = options
  notificationsRuntime.install(config, {
    chat: createChatChannel(options.whatsapp),
    contact: support,
    findStaff: (tx) =>
      mailAdmin.length > 0
        ? Promise.resolve(mailAdmin.map((address) => ({ address, name: 'Admin' })))
        : findStaffRecipients(tx),
    rateFactor: options.rateLimitFactor,
    reveal: {
      'download.password': revealInMessage,
      'report.password': revealReportInMessage,
      ...spkReveals,
    },
    secret,
    serverUrl,
    shopName,
    stuckAfterMinutes: options.stuckAfterMinutes,
    stillWanted: {
      'download.password': isStillEntitled,
      'followUp.analysis': isFollowUpWanted,
      'followUp.consulting': isFollowUpWanted,
      'followUp.template': isFollowUpWanted,
      'item.dueSoon': isStillDue,
      'item.late': isStillDue,
      'payment.expired': isStillUnpaid,
      'payment.failed': isStillUnpaid,
      ...overdueReasons,
      ...reportReasons,
      ...scopeReasons,
      ...sessionReasons,
      ...spkReasons,
      'problem.late': isStillUnanswered,
    },
  })
}

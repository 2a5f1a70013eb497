import type { Config } from 'payload'

import type { ResolvedOptions } from './options'

import { BOOKING_TIMELINE } from './booking'
import { ENTITLEMENT_TIMELINE } from './downloads'
import { installHosting } from './composeHosting'
import { findHostingTodos, HOSTING_TASK_TIMELINE, HOSTING_TIMELINE } from './hosting'
import { ordersRuntime } from './orders'
import {
  BLOCKER_TIMELINE,
  CASE_TIMELINE,
  CHANCE_TIMELINE,
  findOverdueTodos,
  followContract,
  overdueRuntime,
  tellRevision,
} from './overdue'
import { findProblemTodos, PROBLEM_TIMELINE } from './problems'
import { findRefundTodos, REFUND_TIMELINE } from './refunds'
import { REPORT_TIMELINE } from './reports'
import { SCOPE_TIMELINE } from './scopes'
import { findSpkTodos, SPK_TIMELINE } from './spk'
import { findSuspensionTodos } from './suspensions'

/** Orders, what is owed on them over time, and what their pages show of features above. */
export const installOrders = (config: Config, options: ResolvedOptions): void => {
  const { numberPrefix, serverUrl } = options
  ordersRuntime.install(config, {
    followContract,
    tellRevision,
    numberPrefix,
    serverUrl,
    timeline: [
      BOOKING_TIMELINE,
      SCOPE_TIMELINE,
      SPK_TIMELINE,
      REPORT_TIMELINE,
      ENTITLEMENT_TIMELINE,
      CASE_TIMELINE,
      CHANCE_TIMELINE,
      BLOCKER_TIMELINE,
      HOSTING_TIMELINE,
      HOSTING_TASK_TIMELINE,
      REFUND_TIMELINE,
      PROBLEM_TIMELINE,
    ],
    todos: [
      findSpkTodos,
      findOverdueTodos,
      findSuspensionTodos,
      findHostingTodos,
      findProblemTodos,
      findRefundTodos,
    ],
  })
  installHosting(config, options)
  overdueRuntime.install(config, { ...options.overdue, serverUrl })
}

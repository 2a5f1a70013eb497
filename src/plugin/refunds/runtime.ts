import type { Disburser } from './port'
import type { ResolvedRefunds } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the refunds. */
export type RefundsRuntime = ResolvedRefunds & {
  /** Sends money to bank accounts; null where the shop has no such service. */
  disburser: Disburser | null
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const refundsRuntime = defineRuntime<RefundsRuntime>('refunds')

import type { ResolvedRefunds } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the refunds. */
export type RefundsRuntime = ResolvedRefunds & {
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const refundsRuntime = defineRuntime<RefundsRuntime>('refunds')

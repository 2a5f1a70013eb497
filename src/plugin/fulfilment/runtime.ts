import type { FulfilmentOwner } from './owner'
import type { ResolvedFulfilment } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the fulfilment feature. */
export type FulfilmentRuntime = ResolvedFulfilment & {
  owner: FulfilmentOwner
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const fulfilmentRuntime = defineRuntime<FulfilmentRuntime>('fulfilment')

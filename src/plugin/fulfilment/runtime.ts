import type { Desks } from './desk'
import type { FulfilmentOwner } from './owner'
import type { ResolvedFulfilment } from './schema'

import { defineRuntime, type SQL } from '../kernel/payload'

/** Wiring of the fulfilment feature. */
export type FulfilmentRuntime = ResolvedFulfilment & {
  /**
   * What else begins with the deliveries of an order: an expression that adds its jobs, evaluated once
   * in the statement that inserts them. Null when none of the kinds has any.
   */
  alsoBegin?: (begun: { kinds: readonly string[]; orderId: string }) => null | SQL
  /** Address of an order's page. */
  buildOrderUrl: (args: { locale: string; token: string }) => string
  /** What stands behind a kind beside its table of moves. */
  desks: Desks
  owner: FulfilmentOwner
  /**
   * Parts that other features add to the page of a delivery, by its kind: paths of server components
   * that get `fulfilmentId`, `locale` and `payload`. List them under `admin.dependencies`, too.
   */
  parts?: Readonly<Record<string, readonly string[]>>
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const fulfilmentRuntime = defineRuntime<FulfilmentRuntime>('fulfilment')

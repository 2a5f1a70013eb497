import type { FileStore } from '../kernel/files'
import type { Tx } from '../kernel/payload'
import type { ReportTarget } from './content'
import type { ResolvedReports } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the reports feature. */
export type ReportsRuntime = ResolvedReports & {
  /** Address of an order's page. */
  buildOrderUrl: (args: { locale: string; token: string }) => string
  /** What was agreed to be looked at, and who allowed it; null when nobody has written it down. */
  findTarget: (tx: Pick<Tx, 'rows'>, fulfilmentId: string) => Promise<null | ReportTarget>
  /** Multiplies the limits of calls; 0 switches them off. */
  rateFactor: number
  /** Seals passwords and signs links. */
  secret: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
  /** Who signs for the report. */
  shopName: string
  store: FileStore
}

export const reportsRuntime = defineRuntime<ReportsRuntime>('reports')

import type { FileStore } from '../kernel/files'
import type { ResolvedDownloads } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the downloads feature. */
export type DownloadsRuntime = ResolvedDownloads & {
  /** Multiplies the limits of calls; 0 switches them off. */
  rateFactor: number
  /** Seals passwords and signs links. */
  secret: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
  store: FileStore
}

export const downloadsRuntime = defineRuntime<DownloadsRuntime>('downloads')

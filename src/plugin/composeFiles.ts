import type { Config } from 'payload'

import type { ResolvedOptions } from './options'

import { downloadsRuntime } from './downloads'
import type { FileStore } from './kernel/files'
import { buildOrderUrl } from './orders'
import { type ReportsRuntime, reportsRuntime } from './reports'
import { findScope } from './scopes'

/** What a report is about: the scope that was agreed on. */
const findTarget: ReportsRuntime['findTarget'] = async (tx, fulfilmentId) => {
  const scope = await findScope(tx, fulfilmentId)
  return (
    scope && {
      authorisedBy: `${scope.signerName}, ${scope.signerPosition}`,
      domain: scope.domain,
      hosts: scope.hosts,
    }
  )
}

/** Tells the features that hand out files what they need: bought files, and reports of analyses. */
export const installFiles = (config: Config, options: ResolvedOptions, store: FileStore): void => {
  const { rateLimitFactor: rateFactor, secret, serverUrl, shopName } = options
  const shared = { rateFactor, secret, serverUrl, store }
  downloadsRuntime.install(config, { ...options.downloads, ...shared })
  reportsRuntime.install(config, {
    ...options.reports,
    ...shared,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    findTarget,
    shopName,
  })
}

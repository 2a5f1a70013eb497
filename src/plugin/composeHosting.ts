import type { Config } from 'payload'

import type { ResolvedOptions } from './options'

import { createHostingDrivers } from './adapters/hosting'
import { hostingRuntime, hostingSwitch } from './hosting'
import { buildOrderUrl, orderHostingOwner } from './orders'

/** Tells hosting what it needs of the features around it and of the servers. */
export const installHosting = (config: Config, options: ResolvedOptions): void => {
  const { hosting, rateLimitFactor: rateFactor, secret, serverUrl, shopName } = options
  hostingRuntime.install(config, {
    ...hosting,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    drivers: createHostingDrivers({ allowPrivate: hosting.privatePanels, shopName }),
    owner: orderHostingOwner,
    rateFactor,
    secret,
    serverUrl,
    shopName,
    switches: [hostingSwitch],
  })
}

import type { Config } from 'payload'

import type { HostingDriver } from './hosting'
import type { ResolvedOptions } from './options'

import { hostingRuntime } from './hosting'
import { buildOrderUrl, orderFulfilmentOwner } from './orders'

const byHand = { kind: 'needsAction', steps: [] } as const

/** Everything by hand, until each kind of server has its own way. */
const driver = (id: HostingDriver['id']): HostingDriver => ({
  create: () => Promise.resolve(byHand),
  id,
  inspect: () => Promise.resolve(byHand),
  resume: () => Promise.resolve(byHand),
  settingFaults: () => [],
  suspend: () => Promise.resolve(byHand),
  terminate: () => Promise.resolve(byHand),
  testConnection: () => Promise.resolve(byHand),
})

/** Tells hosting what it needs of the features around it and of the servers. */
export const installHosting = (config: Config, options: ResolvedOptions): void => {
  const { hosting, rateLimitFactor: rateFactor, secret, serverUrl, shopName } = options
  hostingRuntime.install(config, {
    ...hosting,
    buildOrderUrl: (page) => buildOrderUrl({ ...page, serverUrl }),
    drivers: {
      caddy: driver('caddy'),
      hestia: driver('hestia'),
      manual: driver('manual'),
      proxmox: driver('proxmox'),
      whm: driver('whm'),
    },
    owner: { lock: orderFulfilmentOwner.lock },
    rateFactor,
    secret,
    serverUrl,
    shopName,
    switches: [],
  })
}

import type { DriverId, HostingDriver } from '../../hosting/port'

import { createCaddyDriver } from './caddy/createCaddyDriver'
import { createHestiaDriver } from './hestia'
import { createSend, type HttpOptions } from './http'
import { createManualDriver } from './manual/createManualDriver'
import { createProxmoxDriver } from './proxmox'
import { createWhmDriver } from './whm'

/** How servers are spoken to. */
export type HostingDriverOptions = {
  /** Stands under the page that visitors of a suspended site read. */
  shopName: string
} & HttpOptions

/** Drivers by what they speak to; every one of them goes out by the same way. */
export type HostingDrivers = Readonly<Record<DriverId, HostingDriver>>

/** The drivers of a shop. Throws at start when an allowed address is none. */
export const createHostingDrivers = (options: HostingDriverOptions): HostingDrivers => {
  const { shopName, ...ways } = options
  const send = createSend(ways)
  return {
    caddy: createCaddyDriver({ send, shopName }),
    hestia: createHestiaDriver({ send }),
    manual: createManualDriver(),
    proxmox: createProxmoxDriver({ send }),
    whm: createWhmDriver({ send }),
  }
}

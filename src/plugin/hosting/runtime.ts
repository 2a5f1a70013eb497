import type { DriverId, HostingDriver } from './port'
import type { ResolvedHosting } from './schema'
import type { ServiceSwitch } from './switch'

import { defineRuntime, type Tx } from '../kernel/payload'

/** What services are bought with: this is how hosting reaches the orders above it. */
export type HostingOwner = {
  /** Lets the services of an order follow its agreement and its money, making those that it lacks. */
  follow: (tx: Tx, orderId: string) => Promise<void>
  /** Takes the order's lock: everything of its services moves under it. */
  lock: (tx: Tx, orderId: string) => Promise<void>
}

/** Wiring of the hosting feature. */
export type HostingRuntime = ResolvedHosting & {
  /** Address of an order's page. */
  buildOrderUrl: (args: { locale: string; token: string }) => string
  drivers: Readonly<Record<DriverId, HostingDriver>>
  owner: HostingOwner
  /** Multiplies every rate limit. */
  rateFactor: number
  secret: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
  shopName: string
  /** Told of every change of what is wanted of an order's services. */
  switches: readonly ServiceSwitch[]
}

export const hostingRuntime = defineRuntime<HostingRuntime>('hosting')

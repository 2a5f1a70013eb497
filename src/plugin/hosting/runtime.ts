import type { ServiceSwitch } from './switch'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the hosting feature. */
export type HostingRuntime = {
  /** Told of every change of what is wanted; none while services are switched by hand. */
  switches: readonly ServiceSwitch[]
}

export const hostingRuntime = defineRuntime<HostingRuntime>('hosting')

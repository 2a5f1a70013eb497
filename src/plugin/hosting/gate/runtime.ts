import { defineRuntime } from '../../kernel/payload'

/** Wiring of the gate. */
export type GateRuntime = {
  /** What gates show to fetch the map; null keeps it closed. */
  mapToken: null | string
  serverUrl: string
  shopName: string
}

export const gateRuntime = defineRuntime<GateRuntime>('gate')

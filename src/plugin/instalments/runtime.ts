import { defineRuntime } from '../kernel/payload'

/** Wiring of the instalments feature. */
export type InstalmentsRuntime = {
  /** What an admin may waive of one instalment, in rupiah; above it an owner. */
  waiverLimit: number
}

export const instalmentsRuntime = defineRuntime<InstalmentsRuntime>('instalments')

import type { z } from 'zod'

import type { overdueOptions } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the feature that looks after arrears. */
export type OverdueRuntime = {
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
} & z.output<typeof overdueOptions>

export const overdueRuntime = defineRuntime<OverdueRuntime>('overdue')

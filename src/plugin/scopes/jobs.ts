import { z } from 'zod'

/** What the work on scopes needs to be queued, without the network behind it. */

/** Begins the scopes of a paid order. */
export const beginJob = {
  input: z.object({ orderId: z.uuid() }),
  maxAttempts: 20,
  name: 'scopes.begin',
}

/** Looks once whether a domain shows its code. */
export const lookJob = {
  input: z.object({ scopeId: z.uuid() }),
  maxAttempts: 10,
  name: 'scopes.look',
}

/** At most one look of a scope waits at a time. */
export const lookKey = (scopeId: string): string => `scopes.look:${scopeId}`

import type { DomainProver } from './port'
import type { ResolvedScopes } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the scopes feature. */
export type ScopesRuntime = ResolvedScopes & {
  /** Whether names below `.test` are taken: there is a simulator that answers for them. */
  acceptsTest: boolean
  /** Address of an order's page. */
  buildOrderUrl: (args: { locale: string; token: string }) => string
  prove: DomainProver
  /** Multiplies every rate limit. */
  rateFactor: number
  /** Keys the mark that is kept of a signer's network address. */
  secret: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
  shopName: string
}

export const scopesRuntime = defineRuntime<ScopesRuntime>('scopes')

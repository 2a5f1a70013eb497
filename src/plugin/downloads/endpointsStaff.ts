import type { Endpoint } from 'payload'

import { defineMoveEndpoint } from '../kernel/payload'
import { moveEntitlement } from './actions/moveEntitlement'
import { entitlementMachine } from './machine'

/**
 * `POST /api/entitlements/:id/move` with a reason: `reset` the downloads, `rekey` to a new password,
 * `rebuild` the packages. Admins and owners.
 */
export const createEntitlementEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    also: [{ events: ['rebuild'], machine: 'package' }],
    machine: entitlementMachine,
    move: (move, { payload }) => moveEntitlement(payload, move),
  }),
]

import type { Endpoint } from 'payload'

import { defineMoveEndpoint } from '../kernel/payload'
import { spkMachine } from './machine'
import { createSpkPrivacyEndpoints } from './privacy/endpoints'
import { createDeskEndpoints } from './staff/endpointsDesk'
import { createFileEndpoints } from './staff/endpointsFiles'
import { createReviewEndpoints } from './staff/endpointsReview'
import { moveSpk } from './staff/moveSpk'

/**
 * What staff do with agreements, below `/api/spks/:id`; admins and owners. `move` takes back, corrects,
 * cancels, revokes, terminates, opens again or replaces, with a reason; the others say more.
 */
export const createSpkStaffEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    also: [{ events: ['open', 'hold'], machine: 'order' }],
    machine: spkMachine,
    move: (move, { payload }) => moveSpk(payload, move),
  }),
  ...createDeskEndpoints(),
  ...createReviewEndpoints(),
  ...createFileEndpoints(),
  ...createSpkPrivacyEndpoints(),
]

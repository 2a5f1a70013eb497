import type { Endpoint } from 'payload'

import { defineMoveEndpoint } from '../kernel/payload'
import { moveOrder } from './actions/moveOrder'
import { orderMachine } from './machine'

/** `POST /api/orders/:id/move`: staff place, open, fulfil, cancel and close. Admins and owners. */
export const createOrderStaffEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    machine: orderMachine,
    move: (move, { payload }) => moveOrder(payload, move),
  }),
]

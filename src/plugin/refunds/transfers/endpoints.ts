import type { Endpoint } from 'payload'

import { defineMoveEndpoint } from '../../kernel/payload'
import { transferMachine } from './machine'
import { moveTransfer } from './moveTransfer'

/** Below `/api/refund-transfers`: `:id/move` to send, to drop, to say what was found out. */
export const createTransferEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    also: [
      { events: ['execute'], machine: 'refund' },
      { events: ['refund'], machine: 'payment' },
    ],
    machine: transferMachine,
    move: (move, { payload }) => moveTransfer(payload, move),
  }),
]

import type { Endpoint, Payload } from 'payload'

import { DomainError } from '../kernel/errors'
import {
  defineMoveEndpoint,
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
} from '../kernel/payload'
import { cancelAttempts, paymentsRuntime } from '../payments'
import { closeInstalment, type Closing } from './actions/closeInstalment'
import { instalmentMachine } from './machine'

/** Lets staff end a debt; an invoice that still asks for it is cancelled with it. */
const moveInstalment = (payload: Payload, move: StaffMove): Promise<StaffMoved> => {
  const { owner } = paymentsRuntime.get(payload)
  return runInTransaction(payload, async (tx) => {
    const [row] = await tx.rows<{ orderId: string }>(
      sql`select order_id as "orderId" from instalments where id = ${move.id}`,
    )
    if (!row) {
      throw new DomainError('notFound', { subject: instalmentMachine.name })
    }
    const { orderId } = row
    const { actor, id, seen } = move
    await owner.lock(tx, orderId)
    const note = noteOf(move)
    const event = move.event as Closing
    const { seq, to } = await closeInstalment({ actor, event, id, note, orderId, seen, tx })
    await cancelAttempts({ actor, note, orderId, seq, tx })
    await owner.recount(tx, orderId)
    return { to }
  })
}

/** `POST /api/instalments/:id/move`: waive or void a debt. Admins and owners. */
export const createInstalmentEndpoints = (): Omit<Endpoint, 'root'>[] => [
  defineMoveEndpoint({
    machine: instalmentMachine,
    move: (move, { payload }) => moveInstalment(payload, move),
  }),
]

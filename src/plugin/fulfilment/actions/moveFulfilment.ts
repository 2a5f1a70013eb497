import type { Payload } from 'payload'

import {
  type Actor,
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
  type Tx,
} from '../../kernel/payload'
import { fulfilmentRuntime } from '../runtime'
import { type LockedFulfilment, lockFulfilment, moveRow } from './moveRow'

const moveLocked = async (
  tx: Tx,
  args: { move: StaffMove; row: LockedFulfilment },
): Promise<StaffMoved> => {
  const { move, row } = args
  const { actor, event, seen } = move
  const takes = event === 'start' && !row.assignee && actor.role !== 'system'
  const fired = await moveRow({
    actor,
    event,
    note: noteOf(move),
    row,
    seen,
    ...(takes ? { set: sql`assignee_id = ${actor.id ?? null}` } : {}),
    tx,
  })
  await fulfilmentRuntime.get(tx.payload).owner.follow(tx, row.orderId)
  return fired
}

/**
 * Moves a delivery one step on. Whoever starts what nobody has looks after it from then on; the order
 * follows.
 *
 * @throws DomainError `notFound`, `fulfilment.taken`, `event.notAllowed`, `event.notPermitted`,
 * `event.guardRefused`, `transition.conflict`
 */
export const moveFulfilment = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) =>
    moveLocked(tx, { move, row: await lockFulfilment(tx, move.id) }),
  )

/**
 * Moves a delivery within the transaction of a feature that does the work of its kind. The caller has
 * locked it with {@link lockFulfilment}.
 *
 * @throws DomainError `event.notAllowed`, `event.notPermitted`, `event.guardRefused`
 */
export const moveFulfilmentIn = async (
  tx: Tx,
  args: { actor: Actor; event: string; row: LockedFulfilment },
): Promise<void> => {
  const { actor, event, row } = args
  const { to } = await moveLocked(tx, { move: { actor, event, id: row.id }, row })
  row.state = to
}

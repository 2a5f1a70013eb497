import type { Payload } from 'payload'

import {
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
} from '../../kernel/payload'
import { fulfilmentRuntime } from '../runtime'
import { lockFulfilment, moveRow } from './moveRow'

/**
 * Moves a delivery one step on. Whoever starts what nobody has looks after it from then on; the order
 * follows.
 *
 * @throws DomainError `notFound`, `fulfilment.taken`, `event.notAllowed`, `event.notPermitted`,
 * `event.guardRefused`, `transition.conflict`
 */
export const moveFulfilment = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, event, id, seen } = move
    const row = await lockFulfilment(tx, id)
    const fired = await moveRow({
      actor,
      event,
      note: noteOf(move),
      row,
      seen,
      ...(event === 'start' && !row.assignee
        ? { set: sql`assignee_id = ${actor.id ?? null}` }
        : {}),
      tx,
    })
    await fulfilmentRuntime.get(payload).owner.follow(tx, row.orderId)
    return fired
  })

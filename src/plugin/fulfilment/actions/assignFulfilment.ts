import type { Payload } from 'payload'

import type { Actor, StaffMoved } from '../../kernel/payload'

import { runInTransaction, sql } from '../../kernel/payload'
import { getWorkerName } from '../../staff'
import { fulfilmentRuntime } from '../runtime'
import { lockFulfilment, moveRow } from './moveRow'

/**
 * Gives a delivery to a member of staff, or with null back to everybody while nobody has begun. The
 * same person twice changes nothing.
 *
 * @throws DomainError `notFound`, `fulfilment.badAssignee`, `fulfilment.taken`, `event.notAllowed`,
 * `transition.conflict`
 */
export const assignFulfilment = (
  payload: Payload,
  args: { actor: Actor; assignee: null | string; id: string; seen?: string | undefined },
): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, assignee, id, seen } = args
    const row = await lockFulfilment(tx, id)
    const name = assignee === null ? '' : await getWorkerName(tx, assignee)
    if (row.assignee === assignee) {
      return { to: row.state }
    }
    const fired = await moveRow({
      actor,
      event: assignee === null ? 'release' : 'assign',
      note: { metadata: { assignee: name } },
      row,
      seen,
      set: sql`assignee_id = ${assignee}`,
      tx,
    })
    await fulfilmentRuntime.get(payload).owner.follow(tx, row.orderId)
    return fired
  })

import type { Payload } from 'payload'

import {
  fireEvent,
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
} from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { refundMachine } from '../machine'
import { tellOfApproval, tellOfRejection } from '../messages'
import { refundsRuntime } from '../runtime'
import { isOnTheWay } from '../transfers/lockTransfer'
import { lockRefund } from './lockRefund'

/**
 * Lets staff approve a refund or reject it. The customer is told: how and by when he
 * gets the money, or why not.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`, `event.guardRefused`,
 * `transition.conflict`
 */
export const moveRefund = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, event, id, reason, seen } = move
    const refund = await lockRefund(tx, id)
    const { approvalLimit: limit } = refundsRuntime.get(payload)
    const fired = await fireEvent({
      actor,
      event,
      facts: {
        amount: refund.amount,
        isOnTheWay: await isOnTheWay(tx, id),
        limit,
        role: actor.role,
      },
      id,
      locked: refund.state,
      machine: refundMachine,
      note: noteOf(move),
      seen,
      table: 'refunds',
      tx,
    })
    if (event === 'reject') {
      await tellOfRejection(tx, { reason: reason ?? '', refund })
    }
    if (event === 'approve') {
      await tellOfApproval(tx, refund)
    }
    const at = clock.now().toISOString()
    await tx.rows(sql`update orders set updated_at = ${at} where id = ${refund.orderId}`)
    return fired
  })

import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import {
  fireEvent,
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
  type Tx,
} from '../../kernel/payload'
import { buildPosting } from '../ledger'
import { paymentMachine } from '../machine'
import { findHolder } from '../recorded/holder'
import { paymentsRuntime } from '../runtime'

type Held = { credited: number; orderId: string }

/** What of this payment lies on debts and has not gone back in part, by the books. */
const findHeld = async (tx: Tx, id: string): Promise<Held> => {
  const [row] = await tx.rows<{ credited: string; orderId: string }>(
    sql`select p.order_id as "orderId", coalesce((select -sum(l.amount) from ledger_entries l
        where l.payment_id = p.id and l.account in ('receivable', 'refunds')), 0) as credited
      from payments p where p.id = ${id}`,
  )
  if (!row) {
    throw new DomainError('payment.notFound')
  }
  return { ...row, credited: Number(row.credited) }
}

const bookRefund = async (args: { held: Held; paymentId: string; tx: Tx }): Promise<void> => {
  const { held, paymentId, tx } = args
  const lines = [
    { account: 'refunds' as const, amount: held.credited },
    { account: await findHolder(tx, paymentId), amount: -held.credited },
  ]
  const { orderId } = held
  await tx.rows(buildPosting({ kind: 'payment.refunded', lines, orderId, paymentId }))
}

/**
 * Lets staff move an attempt: cancel an open one, or record that an owner has sent its money back.
 * The refund takes back what was credited to debts; excess of the same payment is refunded through
 * the review list, where it was put.
 *
 * @throws DomainError `payment.notFound`, `payment.nothingToRefund`, `refund.onTheWay`,
 * `event.notAllowed`, `event.notPermitted`, `transition.conflict`
 */
export const moveAttempt = (payload: Payload, move: StaffMove): Promise<StaffMoved> => {
  const { owner } = paymentsRuntime.get(payload)
  const { actor, event, id, seen } = move
  return runInTransaction(payload, async (tx) => {
    const { orderId } = await findHeld(tx, id)
    await owner.lock(tx, orderId)
    const fired = await fireEvent({
      actor,
      event,
      id,
      machine: paymentMachine,
      note: noteOf(move),
      seen,
      ...(event === 'cancel' ? { set: sql`failure_reason = 'cancelled'` } : {}),
      table: 'payments',
      tx,
    })
    if (event === 'refund') {
      if (await owner.isOnItsWayBack(tx, id)) {
        throw new DomainError('refund.onTheWay')
      }
      const held = await findHeld(tx, id)
      if (held.credited <= 0) {
        throw new DomainError('payment.nothingToRefund')
      }
      await bookRefund({ held, paymentId: id, tx })
    }
    await owner.recount(tx, orderId)
    return fired
  })
}

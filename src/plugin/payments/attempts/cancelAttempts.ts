import { type Actor, fireEvent, sql, type TransitionNote, type Tx } from '../../kernel/payload'
import { paymentMachine } from '../machine'

/**
 * Cancels an order's open attempts, or those that ask for instalment `seq`. The invoice at the
 * gateway stays payable, so the attempt stays settleable: late money is credited where something is
 * owed, else it goes to the review list. The caller holds the order's lock.
 */
export const cancelAttempts = async (args: {
  actor: Actor
  note: TransitionNote
  orderId: string
  seq?: number
  tx: Tx
}): Promise<void> => {
  const { actor, note, orderId, seq, tx } = args
  const open = await tx.rows<{ id: string; instalmentSet: string }>(
    sql`select id, instalment_set as "instalmentSet" from payments
      where order_id = ${orderId} and state in ('created', 'pending') order by attempt`,
  )
  const asks = (set: string): boolean => seq === undefined || set.split(',').includes(String(seq))
  for (const { id } of open.filter(({ instalmentSet }) => asks(instalmentSet))) {
    await fireEvent({
      actor,
      event: 'cancel',
      id,
      machine: paymentMachine,
      note,
      set: sql`failure_reason = 'cancelled'`,
      table: 'payments',
      tx,
    })
  }
}

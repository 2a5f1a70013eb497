import type { Payload } from 'payload'

import { isDomainError } from '../../kernel/errors'
import { fireEvent, queryRows, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { bookingMachine } from '../machine'

const BATCH = 200

const lapse = async (tx: Tx, id: string): Promise<void> => {
  try {
    await fireEvent({
      actor: SYSTEM,
      event: 'lapse',
      id,
      machine: bookingMachine,
      table: 'bookings',
      tx,
    })
  } catch (error) {
    // Somebody has confirmed or moved it in this very moment.
    if (!isDomainError(error, 'event.notAllowed')) {
      throw error
    }
  }
}

const STALE = (now: Date) => sql`b.state = 'reserved' and b.kept_until <= ${now.toISOString()}
  and not exists (select 1 from fulfilments f where f.order_item_id = b.order_item_id)`

/**
 * Gives back the times that were kept for orders that nobody has paid, before somebody else is
 * refused them. What is paid stays: it only waits to be agreed.
 */
export const lapseStale = async (tx: Tx, now: Date): Promise<void> => {
  const stale = await tx.rows<{ id: string }>(
    sql`select b.id from bookings b where ${STALE(now)} order by b.id limit ${BATCH} for update skip locked`,
  )
  for (const { id } of stale) {
    await lapse(tx, id)
  }
}

/** The same, on the clock: one transaction each. */
export const lapseKept = async (payload: Payload, now: Date): Promise<void> => {
  const stale = await queryRows<{ id: string }>(
    payload,
    sql`select b.id from bookings b where ${STALE(now)} order by b.id limit ${BATCH}`,
  )
  await doEach(stale, ({ id }) => runInTransaction(payload, (tx) => lapse(tx, id)))
}

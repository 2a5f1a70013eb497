import type { Payload } from 'payload'

import {
  fireEvent,
  queryRows,
  runInTransaction,
  type SQL,
  sql,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueTransfer } from './jobs'
import { type FoundTransfer, type LockedTransfer, lockTransfer } from './lockTransfer'
import { transferMachine } from './machine'
import { resolveNextAsk } from './rules'

/** Which transfer a step is about, as it was read when the step began. */
export type Noted = { payload: Payload; transfer: FoundTransfer }

/** Fires on the transfer if it is still where the step began; somebody else may have been faster. */
export const settle = async (
  { payload, transfer }: Noted,
  args: {
    event: string
    reason?: string
    set?: SQL
    then?: (tx: Tx, at: LockedTransfer) => Promise<void>
  },
): Promise<void> => {
  const { event, reason, set, then } = args
  await runInTransaction(payload, async (tx) => {
    const locked = await lockTransfer(tx, transfer.id)
    const move = transferMachine.moves.find((each) => each.event === event)
    if (!move?.from.some((state) => state === locked.state)) {
      return
    }
    await fireEvent({
      actor: SYSTEM,
      event,
      id: transfer.id,
      locked: locked.state,
      machine: transferMachine,
      ...(reason ? { note: { reason } } : {}),
      ...(set ? { set } : {}),
      table: 'refund_transfers',
      tx,
    })
    await then?.(tx, locked)
  })
}

/** The service has said for certain that no money moves. */
export const refuse = (step: Noted, reason: string): Promise<void> =>
  settle(step, { event: 'refuse', reason, set: sql`answer = ${reason}` })

/**
 * Takes the one right to give the order, before it is given. Whoever dies after this has perhaps
 * given it, so whoever finds it taken asks and never gives it again.
 */
export const claim = async ({ payload, transfer }: Noted, now: Date): Promise<boolean> => {
  const rows = await queryRows(
    payload,
    sql`update refund_transfers set sent_at = ${now.toISOString()}, updated_at = ${now.toISOString()}
      where id = ${transfer.id} and state = 'sending' and sent_at is null returning id`,
  )
  return rows.length > 0
}

/** The order was certainly not heard: the right to give it is free again. */
export const release = ({ payload, transfer }: Noted): Promise<unknown> =>
  queryRows(
    payload,
    sql`update refund_transfers set sent_at = null where id = ${transfer.id} and state = 'sending'`,
  )

/** The service took the order: should it forget it later, a person has to find out. */
export const noteTaken = ({ payload, transfer }: Noted): Promise<unknown> =>
  queryRows(
    payload,
    sql`update refund_transfers set taken_at = ${clock.now().toISOString()}
      where id = ${transfer.id} and taken_at is null`,
  )

/** Notes that the outcome is not known, and when the service is asked again. */
export const askLater = ({ payload, transfer }: Noted, answer: string): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const locked = await lockTransfer(tx, transfer.id)
    if (!locked.sentAt || !['sending', 'unsure'].includes(locked.state)) {
      return
    }
    const now = clock.now()
    const { asks, id, sentAt, state } = locked
    const set = sql`answer = ${answer}, asks = ${asks + 1}`
    if (state === 'sending') {
      const event = { actor: SYSTEM, event: 'doubt', id, locked: state, machine: transferMachine }
      await fireEvent({ ...event, note: { reason: answer }, set, table: 'refund_transfers', tx })
    } else {
      await tx.rows(sql`update refund_transfers set ${set}, updated_at = ${now.toISOString()}
        where id = ${id}`)
    }
    const next = resolveNextAsk({ asks, now, sentAt })
    if (next) {
      await queueTransfer(tx, id, next)
    }
  })

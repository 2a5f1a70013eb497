import type { Payload } from 'payload'

import type { LockedTransfer } from './lockTransfer'

import {
  fireEvent,
  noteOf,
  runInTransaction,
  type StaffMove,
  type StaffMoved,
} from '../../kernel/payload'
import type { Actor, Tx } from '../../kernel/payload'
import { finishRefund } from '../actions/finishRefund'
import { queueTransfer } from './jobs'
import { lockTransfer } from './lockTransfer'
import { transferMachine } from './machine'
import { buildEvidence } from './rules'

/** The money of a transfer is with the customer: books, payment and order follow, and he is told. */
export const finishTransfer = (
  tx: Tx,
  args: { actor: Actor; evidence?: string | undefined; transfer: LockedTransfer },
): Promise<void> => {
  const { actor, transfer } = args
  const { receipt, reference, refund } = transfer
  const known = buildEvidence({ receipt: receipt ?? '', reference: reference ?? '' })
  const evidence = args.evidence ? `${known}; ${args.evidence}` : known
  return finishRefund(tx, { actor, evidence, method: 'disbursement', refund })
}

/**
 * Lets staff send a transfer, drop it, or say what they have found out about one whose outcome nobody
 * knows.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`, `transition.conflict`,
 * `refund.tooMuch`
 */
export const moveTransfer = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, event, evidence, id, seen } = move
    const transfer = await lockTransfer(tx, id)
    const fired = await fireEvent({
      actor,
      event,
      id,
      locked: transfer.state,
      machine: transferMachine,
      note: noteOf(move),
      seen,
      table: 'refund_transfers',
      tx,
    })
    if (event === 'send') {
      await queueTransfer(tx, id)
    }
    if (event === 'affirm') {
      await finishTransfer(tx, { actor, evidence, transfer })
    }
    return fired
  })

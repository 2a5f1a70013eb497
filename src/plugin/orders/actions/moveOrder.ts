import type { Payload } from 'payload'

import type { CancelFacts, FulfilFacts, OrderFacts } from '../machine'

import { revokeEntitlements } from '../../downloads'
import { cancelFulfilments, findStanding } from '../../fulfilment'
import { closeInstalment, findInstalments } from '../../instalments'
import {
  fireEvent,
  noteOf,
  runInTransaction,
  sql,
  type StaffMove,
  type StaffMoved,
  type Tx,
} from '../../kernel/payload'
import { cancelAttempts } from '../../payments'
import { endSpk, isSpkConfirmed } from '../../spk'
import { orderMachine } from '../machine'
import { orderPaymentOwner } from '../paymentOwner'
import { endHosting } from './followHosting'
import { type LockedOrder, lockOrder } from './lockOrder'

type Debts = Awaited<ReturnType<typeof findInstalments>>

const findFacts = async (args: {
  debts: Debts
  order: LockedOrder
  tx: Tx
}): Promise<CancelFacts & FulfilFacts & OrderFacts> => {
  const { debts, order, tx } = args
  const { hasDeliveries, open } = await findStanding(tx, order.id)
  return {
    credited: debts.reduce((sum, { paid, refunded }) => sum + paid - refunded, 0),
    isPaid: order.paymentState === 'paid' || order.paymentState === 'partly_paid',
    needsSpk: order.needsSpk,
    spkConfirmed: order.needsSpk && (await isSpkConfirmed(tx, order.id)),
    undelivered: hasDeliveries ? open : 0,
  }
}

/** Nothing is owed any more and nobody is asked to pay; what still comes in goes to review. */
const endDebts = async (args: {
  debts: Debts
  move: StaffMove
  order: LockedOrder
  tx: Tx
}): Promise<void> => {
  const { debts, move, order, tx } = args
  const { id: orderId } = order
  const { actor } = move
  const note = noteOf(move)
  for (const { id } of debts.filter(({ state }) => state === 'open')) {
    await closeInstalment({ actor, event: 'void', id, note, orderId, tx })
  }
  await cancelAttempts({ actor, note, orderId, tx })
  const ending = { orderId, reason: note.reason ?? 'Pesanan dibatalkan' }
  await cancelFulfilments(tx, ending)
  await revokeEntitlements(tx, ending)
  await endSpk(tx, { actor, ...ending })
  await endHosting(tx, { actor, order, reason: ending.reason })
  await orderPaymentOwner.recount(tx, orderId)
}

/**
 * Lets staff move an order. Cancelling voids what is owed and cancels the open attempts; an order
 * with money on it has to be refunded first.
 *
 * @throws DomainError `order.notFound`, `event.notAllowed`, `event.notPermitted`,
 * `event.guardRefused`, `transition.conflict`
 */
export const moveOrder = (payload: Payload, move: StaffMove): Promise<StaffMoved> =>
  runInTransaction(payload, async (tx) => {
    const { actor, event, id, seen } = move
    const order = await lockOrder(tx, sql`o.id = ${id}`)
    const debts = await findInstalments(tx, id)
    const fired = await fireEvent({
      actor,
      event,
      facts: await findFacts({ debts, order, tx }),
      id,
      machine: orderMachine,
      note: noteOf(move),
      seen,
      table: 'orders',
      tx,
    })
    if (fired.to === 'cancelled') {
      await endDebts({ debts, move, order, tx })
    }
    return fired
  })

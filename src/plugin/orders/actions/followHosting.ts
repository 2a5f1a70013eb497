import type { LockedOrder } from './lockOrder'

import { endAccounts, followAccounts, isHostingLine } from '../../hosting'
import type { Actor, Tx } from '../../kernel/payload'
import { isSpkConfirmed } from '../../spk'

type Bought = Pick<LockedOrder, 'id' | 'instalments' | 'items' | 'needsSpk' | 'paymentState'>

/** What is no part of the price, and what was replaced by a new schedule, is not the first instalment. */
const UNCOUNTED: readonly string[] = ['replaced', 'void']

/** Whether the first instalment is there: the down payment, the first part, or all of it. */
export const isBegun = ({
  instalments,
  paymentState,
}: Pick<Bought, 'instalments' | 'paymentState'>): boolean => {
  const [first] = instalments
    .filter(({ kind, state }) => kind !== 'lateFee' && !UNCOUNTED.includes(state))
    .sort((one, other) => one.seq - other.seq)
  return (
    first !== undefined &&
    paymentState !== 'refunded' &&
    (first.state === 'waived' || first.paid - first.refunded >= first.amount)
  )
}

/** Services may be created once the agreement is confirmed and the first money is there. Under the order's lock. */
export const followHosting = async (tx: Tx, order: Bought): Promise<void> => {
  const { id: orderId, items, needsSpk } = order
  if (items.some(isHostingLine)) {
    const isAgreed = !needsSpk || (await isSpkConfirmed(tx, orderId))
    await followAccounts(tx, { isAgreed, isBegun: isBegun(order), orderId })
  }
}

/** The order is cancelled, and with it what was to be created. Under the order's lock. */
export const endHosting = async (
  tx: Tx,
  { actor, order, reason }: { actor: Actor; order: Pick<Bought, 'id' | 'items'>; reason: string },
): Promise<void> => {
  if (order.items.some(isHostingLine)) {
    await endAccounts(tx, { actor, orderId: order.id, reason })
  }
}

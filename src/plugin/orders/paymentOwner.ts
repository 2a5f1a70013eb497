import type { FulfilmentOwner } from '../fulfilment'
import type { HostingOwner } from '../hosting'
import type { AskedMoney, PaymentNews, PaymentOwner } from '../payments'

import {
  creditInstalments,
  findInstalments,
  resolveCreditable,
  resolvePaymentState,
} from '../instalments'
import { sql, type Tx } from '../kernel/payload'
import { clock } from '../kernel/time'
import { type QueuedMessage, queueMessages } from '../notifications'
import {
  agreeKept,
  buildDeliveries,
  catchUpDeliveries,
  followDeliveries,
  followMoney,
} from './actions/deliveries'
import { followHosting } from './actions/followHosting'
import { findOwed, type LockedOrder, lockOrder, sumOwed } from './actions/lockOrder'
import { followSpkMoney } from '../spk'
import { ordersRuntime } from './runtime'
import { buildBuyerMessage, buildStaffMessages, type PaymentEvent } from './messages'

/** The order read under this transaction's lock; the same one serves lock, credit and announce. */
const lockedOrders = new WeakMap<Tx, Map<string, LockedOrder>>()

const recall = async (tx: Tx, orderId: string): Promise<LockedOrder> => {
  const known = lockedOrders.get(tx)?.get(orderId)
  if (known) {
    return known
  }
  const order = await lockOrder(tx, sql`o.id = ${orderId}`)
  const orders = lockedOrders.get(tx) ?? new Map<string, LockedOrder>()
  lockedOrders.set(tx, orders.set(orderId, order))
  return order
}

const followContract = async (tx: Tx, { contract, id }: LockedOrder): Promise<void> => {
  if (contract) {
    await ordersRuntime.get(tx.payload).followContract(tx, id)
  }
}

/** The agreement is in force with the first money, and fulfilled with the last. */
const followAgreement = async (
  tx: Tx,
  { id, needsSpk, paymentState }: LockedOrder,
): Promise<void> => {
  if (needsSpk) {
    await followSpkMoney(tx, { isPaidOff: paymentState === 'paid', orderId: id })
  }
}

const seqsOf = ({ instalmentSet }: AskedMoney): number[] => instalmentSet.split(',').map(Number)

/** How much of what came in is good for debts of this order; all of it when staff decide so. */
const creditableOf = (order: LockedOrder, amount: number, asked: AskedMoney | undefined): number =>
  asked
    ? resolveCreditable({
        amount,
        asked: { amount: asked.amount, seqs: seqsOf(asked) },
        instalments: order.instalments,
        overpaid: order.contract?.terms.overpaid ?? 'keep',
      })
    : amount

const credit: PaymentOwner['credit'] = async (tx, { amount, asked, orderId, paymentId }) => {
  const order = await recall(tx, orderId)
  if (order.state === 'cancelled') {
    return { allocated: 0, refusal: 'cancelled' }
  }
  const creditable = creditableOf(order, amount, asked)
  if (creditable <= 0 || sumOwed(findOwed(order)) <= 0) {
    return { allocated: 0, refusal: 'nothingDue' }
  }
  const at = clock.now().toISOString()
  const { allocated, instalments, paymentState } = await creditInstalments({
    along: (state) => {
      const begin = state === 'paid' ? buildDeliveries(tx.payload, order) : null
      return [
        sql`update orders set payment_state = ${state}, updated_at = ${at} where id = ${orderId}`,
        ...(begin ? [begin] : []),
      ]
    },
    amount: creditable,
    instalments: order.instalments,
    orderId,
    paymentId,
    rebate: asked && { limit: asked.rebate, seqs: seqsOf(asked) },
    tx,
  })
  Object.assign(order, { instalments, paymentState })
  await agreeKept(tx, order)
  await followContract(tx, order)
  await followAgreement(tx, order)
  await followHosting(tx, order)
  return { allocated }
}

const EVENTS = {
  expired: 'payment.expired',
  failed: 'payment.failed',
  paid: 'payment.received',
  review: 'payment.inReview',
} as const satisfies Record<PaymentNews['kind'], PaymentEvent>

const buildNews = async (tx: Tx, news: PaymentNews): Promise<QueuedMessage[]> => {
  const order = await recall(tx, news.orderId)
  const { amount, paymentId: step } = news
  const tellBuyer = (event: PaymentEvent) =>
    buildBuyerMessage({ news: { amount, event }, order, payload: tx.payload, step })
  const tellStaff = (event: PaymentEvent) =>
    buildStaffMessages({ news: { amount, event }, order, step, tx })
  const buyer = tellBuyer(EVENTS[news.kind])
  switch (news.kind) {
    case 'paid':
      return [buyer, ...(await tellStaff('payment.receivedByStaff'))]
    case 'review':
      return [buyer, ...(await tellStaff('payment.needsReview'))]
    default:
      return [buyer]
  }
}

const announce: PaymentOwner['announce'] = async (tx, news, along) => {
  if (news.kind !== 'paid') {
    const at = clock.now().toISOString()
    await tx.rows(sql`update orders set updated_at = ${at} where id = ${news.orderId}`)
  }
  await queueMessages({ along, messages: await buildNews(tx, news), tx })
}

const recount: PaymentOwner['recount'] = async (tx, orderId) => {
  const instalments = await findInstalments(tx, orderId)
  const paymentState = resolvePaymentState(instalments)
  await tx.rows(sql`update orders set payment_state = ${paymentState},
    updated_at = ${clock.now().toISOString()} where id = ${orderId}`)
  const order = Object.assign(await recall(tx, orderId), { instalments, paymentState })
  await followMoney(tx, order)
  await followContract(tx, order)
  await followHosting(tx, order)
}

const lock = async (tx: Tx, orderId: string): Promise<void> => {
  await recall(tx, orderId)
}

/** Orders are what deliveries belong to. */
export const orderFulfilmentOwner: FulfilmentOwner = {
  catchUp: catchUpDeliveries,
  follow: async (tx, orderId) => followDeliveries(tx, await recall(tx, orderId)),
  lock,
}

/** Orders are what services are bought with: this is how hosting reaches them. */
export const orderHostingOwner: HostingOwner = {
  follow: async (tx, orderId) => followHosting(tx, await recall(tx, orderId)),
  lock,
}

/** Orders are what payments pay: this is how the payments feature reaches them. */
export const orderPaymentOwner: Omit<PaymentOwner, 'isOnItsWayBack'> = {
  announce,
  credit,
  findByNumber: async (tx, number) => {
    const [row] = await tx.rows<{ id: string }>(sql`select id from orders where number = ${number}`)
    return row?.id ?? null
  },
  lock,
  recount,
}

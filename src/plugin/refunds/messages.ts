import type { LockedRefund } from './actions/lockRefund'
import type { AskedRefund } from './actions/requestRefund'
import type { Refundable } from './queries/findRefundable'

import { DomainError } from '../kernel/errors'
import { slugsOf, sql, type Tx } from '../kernel/payload'
import {
  notificationsRuntime,
  type QueuedMessage,
  queueMessages,
  type Recipient,
  type RefundParams,
} from '../notifications'
import { clock } from '../kernel/time'
import { buildOrderUrl } from '../orders'
import { findRefundable } from './queries/findRefundable'
import { findWays } from './queries/findWays'
import { resolveSendBy } from './rules'
import { refundsRuntime } from './runtime'

const customerOf = (order: Refundable): Recipient => {
  const { customerId, email, locale, name, phone } = order
  return {
    address: email,
    ...(customerId ? { customerId } : {}),
    kind: 'customer',
    locale,
    name,
    phone,
  }
}

/** Enough to know one's own account by, and for nobody else. */
const mask = (account: string): string => {
  const digits = account.replace(/\D/g, '')
  return digits.length > 4 ? `•••• ${digits.slice(-4)}` : ''
}

const paramsOf = (
  tx: Tx,
  args: { account: null | string; order: Refundable; refund: AskedRefund },
): RefundParams => {
  const { account, order, refund } = args
  const { serverUrl } = refundsRuntime.get(tx.payload)
  return {
    account: mask(account ?? ''),
    amount: refund.amount,
    customerName: order.name,
    number: refund.number,
    orderNumber: order.orderNumber,
    url: buildOrderUrl({ locale: order.locale, serverUrl, token: order.token }),
  }
}

const shared = (order: Refundable, refund: AskedRefund) => ({
  step: refund.id,
  subject: { id: order.orderId, type: 'order' as const },
})

/** The receipt to the customer, and the news to all who may approve it. */
export const tellOfRequest = async (
  tx: Tx,
  args: { account: string; order: Refundable; reason: string; refund: AskedRefund },
): Promise<void> => {
  const { account, order, reason, refund } = args
  const { serverUrl } = refundsRuntime.get(tx.payload)
  const params = paramsOf(tx, args)
  const panel = `${serverUrl}${tx.payload.config.routes.admin}/collections`
  const url = `${panel}/${slugsOf(tx.payload).refunds}/${refund.id}`
  const staff = await notificationsRuntime.get(tx.payload).findStaff(tx)
  const receipt: QueuedMessage = {
    ...shared(order, refund),
    event: 'refund.requested',
    params: { ...params, account: mask(account) },
    recipient: customerOf(order),
  }
  const news = staff.map((reader): QueuedMessage => ({
    ...shared(order, refund),
    event: 'refund.asked',
    params: { ...params, reason, url },
    recipient: { ...reader, kind: 'staff', locale: 'id' },
  }))
  await queueMessages({ messages: [receipt, ...news], tx })
}

const getOrder = async (tx: Tx, { orderId }: LockedRefund): Promise<Refundable> => {
  const order = await findRefundable(tx, sql`o.id = ${orderId}`)
  if (!order) {
    throw new DomainError('order.notFound')
  }
  return order
}

/** The customer is told that the money stays, and why. */
export const tellOfRejection = async (
  tx: Tx,
  { reason, refund }: { reason: string; refund: LockedRefund },
): Promise<void> => {
  const order = await getOrder(tx, refund)
  const params = { ...paramsOf(tx, { account: refund.account, order, refund }), reason }
  const message = { ...shared(order, refund), params, recipient: customerOf(order) }
  await queueMessages({ messages: [{ ...message, event: 'refund.rejected' }], tx })
}

/** The customer is told that the money is on its way, with the number of the transfer. */
export const tellOfTransfer = async (
  tx: Tx,
  { evidence, refund }: { evidence: string; refund: LockedRefund },
): Promise<void> => {
  const order = await getOrder(tx, refund)
  const params = { ...paramsOf(tx, { account: refund.account, order, refund }), evidence }
  const message = { ...shared(order, refund), params, recipient: customerOf(order) }
  await queueMessages({ messages: [{ ...message, event: 'refund.sent' }], tx })
}

/** The customer is told that the money comes back: in which way, and until when. */
export const tellOfApproval = async (tx: Tx, refund: LockedRefund): Promise<void> => {
  const order = await getOrder(tx, refund)
  const { sendDays } = refundsRuntime.get(tx.payload)
  const [way] = await findWays(tx, refund.paymentId)
  const params = {
    ...paramsOf(tx, { account: refund.account, order, refund }),
    sendBy: resolveSendBy(clock.now(), sendDays).toISOString(),
    way,
  }
  const message = { ...shared(order, refund), params, recipient: customerOf(order) }
  await queueMessages({ messages: [{ ...message, event: 'refund.approved' }], tx })
}

/** The customer is told that the request was taken back: it could have been somebody with his link. */
export const tellOfWithdrawal = async (tx: Tx, refund: LockedRefund): Promise<void> => {
  const order = await getOrder(tx, refund)
  const params = paramsOf(tx, { account: refund.account, order, refund })
  const message = { ...shared(order, refund), params, recipient: customerOf(order) }
  await queueMessages({ messages: [{ ...message, event: 'refund.withdrawn' }], tx })
}

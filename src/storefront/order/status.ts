import type { PublicOrder } from '../shop'

/** What the badge of an order says, seen from the customer's side. */
export type OrderStatus =
  'cancelled' | 'expired' | 'failed' | 'paid' | 'partly_paid' | 'refunded' | 'review' | 'unpaid'

/** Colour family of a status; never the only carrier of the meaning. */
export type Tone = 'danger' | 'info' | 'neutral' | 'success' | 'warning'

/** The colour that goes with each status. */
export const toneOf: Record<OrderStatus, Tone> = {
  cancelled: 'neutral',
  expired: 'warning',
  failed: 'danger',
  paid: 'success',
  partly_paid: 'info',
  refunded: 'neutral',
  review: 'warning',
  unpaid: 'info',
}

const attemptStatuses = ['failed', 'expired', 'review'] as const

/** One word for the customer: money that arrived outranks the order, the order outranks the last attempt. */
export const resolveStatus = (
  order: Pick<PublicOrder, 'paymentState' | 'state'> & {
    payment: null | Pick<NonNullable<PublicOrder['payment']>, 'state'>
  },
): OrderStatus => {
  if (order.paymentState === 'paid' || order.paymentState === 'refunded') {
    return order.paymentState
  }
  if (order.state === 'cancelled') {
    return 'cancelled'
  }
  const attempt = attemptStatuses.find((status) => status === order.payment?.state)
  return attempt ?? order.paymentState
}

/** Nothing more will happen to the payment by itself: polling may stop. */
export const isSettled = (order: { paymentState: string; state: string }): boolean =>
  ['paid', 'refunded'].includes(order.paymentState) || order.state === 'cancelled'

/** Nothing more will happen to the order by itself, to its delivery either. */
export const isOver = ({ paymentState, state }: { paymentState: string; state: string }): boolean =>
  paymentState === 'refunded' || state === 'cancelled' || state === 'closed'

/** Whether the customer may start or continue paying. */
export const canPay = (order: Pick<PublicOrder, 'nextAction'>): boolean =>
  ['pay', 'retry', 'wait'].includes(order.nextAction)

/** Whether the gateway has a page for paying right now; an attempt it never answered has none. */
export const hasOpenAttempt = (order: Pick<PublicOrder, 'payment'>): boolean =>
  order.payment?.state === 'pending'

/** Whether the newest attempt of a contract has been paid; there is nothing to ask the gateway then. */
export const hasJustPaid = (order: Pick<PublicOrder, 'contract' | 'payment'>): boolean =>
  order.contract !== null && order.payment?.state === 'paid'

/** Whether the work for an order may have begun: it is paid, or its first instalment is. */
export const isStarted = (order: Pick<PublicOrder, 'contract' | 'paymentState'>): boolean =>
  order.paymentState === 'paid' || (order.contract !== null && order.paymentState === 'partly_paid')

/** What to pay now: the open attempt's amount, otherwise what is left of the first open instalment. */
export const amountDue = (order: Pick<PublicOrder, 'instalments' | 'payment'>): number => {
  if (order.payment && hasOpenAttempt(order)) {
    return order.payment.amount
  }
  const next = order.instalments.find((instalment) => instalment.state === 'open')
  return next ? next.amount - next.paid : 0
}

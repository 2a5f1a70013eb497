import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import {
  askForInvoice,
  insertAttempt,
  type OpenPayment,
  paymentMachine,
  type PaymentRequest,
  settleAttempt,
} from '../../payments'
import { type LockedOrder, lockOrder } from './lockOrder'

type OpenAttempt = {
  amount: string
  expiresAt: string
  id: string
  merchantOrderId: string
  paymentUrl: null | string
  reference: null | string
}

type Plan =
  | { attempt: Awaited<ReturnType<typeof insertAttempt>>; kind: 'ask'; request: PaymentRequest }
  | { kind: 'reuse'; payment: OpenPayment }
  | { kind: 'unclear'; merchantOrderId: string }

const findOpenAttempt = async (tx: Tx, order: LockedOrder): Promise<OpenAttempt | undefined> => {
  const [row] = await tx.rows<OpenAttempt>(sql`
    select id, merchant_order_id as "merchantOrderId", amount, reference, payment_url as "paymentUrl",
      expires_at as "expiresAt"
    from payments where order_id = ${order.id} and state in ('created', 'pending')
    order by attempt desc limit 1`)
  return row
}

const assertPayable = (order: LockedOrder): void => {
  if (order.state === 'cancelled') {
    throw new DomainError('order.cancelled')
  }
  if (order.due <= 0) {
    throw new DomainError(order.paymentState === 'paid' ? 'order.alreadyPaid' : 'payment.nothingDue')
  }
}

const buildRequest = (order: LockedOrder): PaymentRequest => ({
  amount: order.due,
  buyer: { email: order.email, name: order.name, phone: order.phone },
  instalmentSet: order.dueSeqs.join(','),
  items:
    order.due === order.total
      ? order.items.map(({ amount, title }) => ({ amount, name: title }))
      : [{ amount: order.due, name: order.number }],
  orderId: order.id,
  title: order.items.map(({ title }) => title).join(', '),
  token: order.token,
})

const cancelAttempt = (tx: Tx, id: string): Promise<unknown> =>
  fireEvent({
    actor: SYSTEM,
    event: 'cancel',
    id,
    machine: paymentMachine,
    note: { reason: 'replaced by a new attempt' },
    set: sql`failure_reason = 'replaced'`,
    table: 'payments',
    tx,
  })

const planAttempt = async (args: {
  isAsked: boolean
  now: Date
  renew: boolean
  token: string
  tx: Tx
}): Promise<Plan> => {
  const { isAsked, now, renew, token, tx } = args
  const order = await lockOrder(tx, sql`o.token = ${token}`)
  assertPayable(order)
  const open = await findOpenAttempt(tx, order)
  if (open?.paymentUrl && !renew && new Date(open.expiresAt) > now && Number(open.amount) === order.due) {
    const { merchantOrderId, paymentUrl, reference } = open
    const expiresAt = new Date(open.expiresAt).toISOString()
    const payment = { amount: order.due, expiresAt, merchantOrderId, paymentUrl, reference: reference ?? '' }
    return { kind: 'reuse', payment }
  }
  if (open && !isAsked) {
    return { kind: 'unclear', merchantOrderId: open.merchantOrderId }
  }
  if (open) {
    await cancelAttempt(tx, open.id)
  }
  const request = buildRequest(order)
  return { attempt: await insertAttempt(tx, request), kind: 'ask', request }
}

/**
 * Opens a payment for what an order owes, or returns the one that is open. Before an attempt whose
 * fate is unclear is replaced, the gateway is asked about it; the old one stays payable and credits.
 * `renew` asks for a new invoice, e.g. for another payment method.
 *
 * @throws DomainError `order.notFound`, `order.cancelled`, `order.alreadyPaid`, `gateway.unavailable`
 */
export const openPayment = async (args: {
  now: Date
  payload: Payload
  renew?: boolean
  token: string
}): Promise<OpenPayment> => {
  const { now, payload, renew = false, token } = args
  const plan = (isAsked: boolean): Promise<Plan> =>
    runInTransaction(payload, (tx) => planAttempt({ isAsked, now, renew, token, tx }))
  let next = await plan(false)
  if (next.kind === 'unclear') {
    const { outcome } = await settleAttempt({ merchantOrderId: next.merchantOrderId, payload })
    if (outcome === 'unavailable') {
      throw new DomainError('gateway.unavailable', { retryAfterSeconds: 30 })
    }
    next = await plan(true)
  }
  if (next.kind === 'unclear') {
    throw new DomainError('gateway.unavailable', { retryAfterSeconds: 30 })
  }
  return next.kind === 'reuse' ? next.payment : askForInvoice({ ...next, payload })
}

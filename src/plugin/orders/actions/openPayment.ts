import type { Payload } from 'payload'

import { setTimeout as sleep } from 'node:timers/promises'

import { DomainError } from '../../kernel/errors'
import { fireEvent, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import {
  askForInvoice,
  insertAttempt,
  type OpenPayment,
  paymentMachine,
  type PaymentRequest,
  settleAttempt,
  UNANSWERED,
} from '../../payments'
import { isToken } from '../../kernel/text'
import { type Chosen, chooseOwed, type PaymentWish } from './chooseOwed'
import { findOwed, type LockedOrder, lockOrder, type OpenAttempt, sumOwed } from './lockOrder'

type Plan =
  | { attempt: Awaited<ReturnType<typeof insertAttempt>>; kind: 'ask'; request: PaymentRequest }
  | { kind: 'reuse'; payment: OpenPayment }
  | { kind: 'inFlight' | 'unclear'; merchantOrderId: string }

/**
 * @throws DomainError `spk.notConfirmed` while the order waits for its agreement
 */
export const assertAgreed = ({ needsSpk, state }: LockedOrder): void => {
  if (needsSpk && state === 'placed') {
    throw new DomainError('spk.notConfirmed')
  }
}

const assertPayable = (order: LockedOrder): void => {
  if (order.state === 'cancelled') {
    throw new DomainError('order.cancelled')
  }
  assertAgreed(order)
  if (sumOwed(findOwed(order)) <= 0) {
    throw new DomainError(
      order.paymentState === 'paid' ? 'order.alreadyPaid' : 'payment.nothingDue',
    )
  }
}

const setOf = ({ owed }: Chosen): string => owed.map(({ seq }) => seq).join(',')

const buildRequest = (order: LockedOrder, chosen: Chosen): PaymentRequest => ({
  amount: chosen.total,
  attempt: order.lastAttempt + 1,
  buyer: { email: order.email, name: order.name, phone: order.phone },
  instalmentSet: setOf(chosen),
  items:
    chosen.total === order.total
      ? order.items.map(({ amount, title }) => ({ amount, name: title }))
      : [{ amount: chosen.total, name: order.number }],
  orderId: order.id,
  rebate: chosen.rebate,
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

/** How long an attempt without an invoice counts as being asked for by somebody else, in ms. */
const IN_FLIGHT_MS = 12_000
const IN_FLIGHT_PAUSE_MS = 200

type Wish = PaymentWish & {
  /** Whether the gateway was asked about an attempt of which nothing is known. */
  isAsked: boolean
  now: Date
  renew: boolean
  token: string
}

const findReusable = (args: {
  chosen: Chosen
  open: OpenAttempt
  wish: Wish
}): OpenPayment | undefined => {
  const { chosen, open, wish } = args
  const { total: amount } = chosen
  const isSame = open.amount === amount && open.instalmentSet === setOf(chosen)
  const expiresAt = new Date(open.expiresAt)
  if (!open.paymentUrl || wish.renew || expiresAt <= wish.now || !isSame) {
    return undefined
  }
  const { merchantOrderId, paymentUrl, reference } = open
  return {
    amount,
    expiresAt: expiresAt.toISOString(),
    merchantOrderId,
    paymentUrl,
    reference: reference ?? '',
  }
}

/** Nobody waits for an attempt of which the gateway is known to have said nothing. */
const isInFlight = (open: OpenAttempt, now: Date): boolean =>
  !open.paymentUrl &&
  open.failureReason !== UNANSWERED &&
  now.getTime() - new Date(open.createdAt).getTime() < IN_FLIGHT_MS

const planAttempt = async (tx: Tx, wish: Wish): Promise<Plan> => {
  const order = await lockOrder(tx, sql`o.token = ${wish.token}`)
  assertPayable(order)
  const chosen = chooseOwed(order, wish)
  const open = order.openAttempt
  const payment = open && findReusable({ chosen, open, wish })
  if (payment) {
    return { kind: 'reuse', payment }
  }
  if (open && !wish.isAsked) {
    const kind = isInFlight(open, wish.now) ? 'inFlight' : 'unclear'
    return { kind, merchantOrderId: open.merchantOrderId }
  }
  if (open) {
    await cancelAttempt(tx, open.id)
  }
  const request = buildRequest(order, chosen)
  return { attempt: await insertAttempt(tx, request), kind: 'ask', request }
}

/** Waits for a twin call that is asking the gateway right now, then takes what it got. */
const planWithTwin = async (payload: Payload, wish: Wish): Promise<Plan> => {
  const plan = (): Promise<Plan> => runInTransaction(payload, (tx) => planAttempt(tx, wish))
  let next = await plan()
  for (let waited = 0; next.kind === 'inFlight' && waited < IN_FLIGHT_MS;) {
    await sleep(IN_FLIGHT_PAUSE_MS)
    waited += IN_FLIGHT_PAUSE_MS
    next = await plan()
  }
  return next
}

/**
 * Opens a payment for what an order owes, or returns the one that is open. Before an attempt whose
 * fate is unclear is replaced, the gateway is asked about it; the old one stays payable and credits.
 * `renew` asks for a new invoice, e.g. for another payment method; `instalments` pays only those, `pay`
 * everything that is left of a contract.
 *
 * @throws DomainError `order.notFound`, `order.cancelled`, `order.alreadyPaid`,
 * `payment.nothingDue`, `contract.oldestFirst`, `gateway.unavailable`, `gateway.rejected`
 */
export const openPayment = async (
  args: {
    now: Date
    payload: Payload
    renew?: boolean
    token: string
  } & PaymentWish,
): Promise<OpenPayment> => {
  const { instalments, now, pay, payload, renew = false, token } = args
  if (!isToken(token)) {
    throw new DomainError('order.notFound')
  }
  const wish = { instalments, isAsked: false, now, pay, renew, token }
  let next = await planWithTwin(payload, wish)
  if (next.kind === 'unclear' || next.kind === 'inFlight') {
    const { outcome } = await settleAttempt({ merchantOrderId: next.merchantOrderId, payload })
    if (outcome === 'unavailable') {
      throw new DomainError('gateway.unavailable', { retryAfterSeconds: 30 })
    }
    next = await runInTransaction(payload, (tx) => planAttempt(tx, { ...wish, isAsked: true }))
  }
  switch (next.kind) {
    case 'ask':
      return askForInvoice({ ...next, payload })
    case 'reuse':
      return next.payment
    default:
      throw new DomainError('gateway.unavailable', { retryAfterSeconds: 30 })
  }
}

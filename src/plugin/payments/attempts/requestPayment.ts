import type { Payload } from 'payload'

import { randomBytes } from 'node:crypto'

import type { GatewayOutcome } from '../port'

import { DomainError, isDomainError } from '../../kernel/errors'
import {
  buildFirstEvents,
  fireEvent,
  fireEventAtOnce,
  newId,
  queryRows,
  runInTransaction,
  sql,
  statementsOn,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { addJobSql, jobPriority } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { expireTask } from '../expire/task'
import { paymentMachine } from '../machine'
import { buildMerchantOrderId } from '../rules'
import { paymentsRuntime } from '../runtime'

/** What is to be paid, by whom; amounts in rupiah. */
export type PaymentRequest = {
  amount: number
  /** Number of the attempt among those of its order, from 1; read under the order's lock. */
  attempt: number
  buyer: { email: string; name: string; phone: string }
  /** Names the instalments covered, e.g. `1` or `2,3`; one open attempt per set. */
  instalmentSet: string
  items: { amount: number; name: string }[]
  orderId: string
  /** What is forgiven when it comes in whole, in rupiah; nothing by default. */
  rebate?: number
  title: string
  /** Goes into the return address. */
  token: string
}

/** An attempt that can be paid now. */
export type OpenPayment = {
  amount: number
  expiresAt: string
  merchantOrderId: string
  paymentUrl: string
  reference: string
}

type NewAttempt = { expiresAt: Date; id: string; merchantOrderId: string }

/**
 * Writes the attempt before the gateway hears of it, so that a callback that overtakes the answer
 * finds it. The caller holds the order's lock; the partial unique index is the last guard.
 */
export const insertAttempt = async (tx: Tx, request: PaymentRequest): Promise<NewAttempt> => {
  const { expiryMinutes } = paymentsRuntime.get(tx.payload)
  const { attempt } = request
  const id = newId()
  const now = clock.now()
  const merchantOrderId = buildMerchantOrderId({ attempt, random: randomBytes(20) })
  const expiresAt = new Date(now.getTime() + expiryMinutes * 60_000)
  const { state } = buildFirstEvents({ actor: SYSTEM, events: [], id, machine: paymentMachine })
  const job = addJobSql({
    input: { merchantOrderId },
    key: `expire:${merchantOrderId}`,
    keyMode: 'unsafe_dedupe',
    priority: jobPriority.bulk,
    runAt: new Date(expiresAt.getTime() + 120_000),
    task: expireTask,
  })
  await tx.rows(sql`with attempt as (insert into payments (id, merchant_order_id, state, order_id, attempt,
      instalment_set, amount, rebate, expires_at, created_at, updated_at)
    values (${id}, ${merchantOrderId}, ${state}, ${request.orderId}, ${attempt},
      ${request.instalmentSet}, ${request.amount}, ${request.rebate ?? 0}, ${expiresAt.toISOString()}, ${now.toISOString()},
      ${now.toISOString()}) returning id)
    select ${job} from attempt`)
  return { expiresAt, id, merchantOrderId }
}

/** Money that came in first, or a newer attempt, has moved this one on: then there is nothing to keep. */
const keepInvoice = async (args: {
  attempt: NewAttempt
  invoice: { paymentUrl: string; reference: string }
  payload: Payload
}): Promise<void> => {
  const { attempt, invoice, payload } = args
  const event = {
    actor: SYSTEM,
    event: 'request',
    id: attempt.id,
    machine: paymentMachine,
    set: sql`reference = ${invoice.reference}, payment_url = ${invoice.paymentUrl}`,
    table: 'payments',
  }
  const { initial: from } = paymentMachine
  if (await fireEventAtOnce({ ...event, from, tx: statementsOn(payload) })) {
    return
  }
  await runInTransaction(payload, (tx) => fireEvent({ ...event, tx })).catch((error: unknown) => {
    if (!isDomainError(error, 'event.notAllowed')) {
      throw error
    }
  })
}

/** A refused attempt will never be paid: close it, so that the buyer may try again at once. */
const closeRefused = (args: {
  attempt: NewAttempt
  payload: Payload
  reason: string
}): Promise<unknown> =>
  runInTransaction(args.payload, (tx) =>
    fireEvent({
      actor: SYSTEM,
      event: 'cancel',
      id: args.attempt.id,
      machine: paymentMachine,
      note: { reason: args.reason },
      set: sql`failure_reason = 'rejected'`,
      table: 'payments',
      tx,
    }),
  )

/** Mark of an attempt whose invoice the gateway may or may not have made. */
export const UNANSWERED = 'unanswered'

const markUnanswered = ({ attempt, payload }: { attempt: NewAttempt; payload: Payload }) =>
  queryRows(
    payload,
    sql`update payments set failure_reason = ${UNANSWERED}
      where id = ${attempt.id} and state in ('created', 'pending')`,
  )

type Invoice = { paymentUrl: string; reference: string }

const unwrap = async (args: {
  attempt: NewAttempt
  outcome: GatewayOutcome<Invoice>
  payload: Payload
}): Promise<Invoice> => {
  const { attempt, outcome, payload } = args
  if (outcome.kind === 'ok') {
    return outcome.value
  }
  payload.logger.warn({ merchantOrderId: attempt.merchantOrderId, msg: 'No invoice', outcome })
  if (outcome.kind === 'unavailable') {
    await markUnanswered({ attempt, payload })
    throw new DomainError('gateway.unavailable', { retryAfterSeconds: 30 })
  }
  await closeRefused({ attempt, payload, reason: outcome.reason })
  throw new DomainError('gateway.rejected')
}

/**
 * Asks the gateway for the invoice of a committed attempt. Unavailable leaves the attempt as it is:
 * the gateway may have made the invoice, so it is asked about before a new attempt replaces it.
 *
 * @throws DomainError `gateway.unavailable`, `gateway.rejected`
 */
export const askForInvoice = async (args: {
  attempt: NewAttempt
  payload: Payload
  request: PaymentRequest
}): Promise<OpenPayment> => {
  const { attempt, payload, request } = args
  const { callbackUrl, expiryMinutes, gateway, returnUrl } = paymentsRuntime.get(payload)
  const outcome = await gateway.createInvoice({
    amount: request.amount,
    callbackUrl,
    customerName: request.buyer.name,
    email: request.buyer.email,
    expiryMinutes,
    items: request.items,
    merchantOrderId: attempt.merchantOrderId,
    now: clock.now(),
    phone: request.buyer.phone,
    productDetails: request.title,
    returnUrl: returnUrl.replace('{token}', encodeURIComponent(request.token)),
  })
  const invoice = await unwrap({ attempt, outcome, payload })
  await keepInvoice({ attempt, invoice, payload })
  const { expiresAt, merchantOrderId } = attempt
  return { amount: request.amount, expiresAt: expiresAt.toISOString(), merchantOrderId, ...invoice }
}

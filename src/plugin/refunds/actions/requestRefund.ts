import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import type { Actor } from '../../kernel/payload'
import type { Refundable } from '../queries/findRefundable'
import type { askSchema, staffAskSchema } from '../schema'
import type { z } from 'zod'

import { DomainError } from '../../kernel/errors'
import { newId, runInTransaction, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { isToken } from '../../orders'
import { paymentsRuntime } from '../../payments'
import { refundMachine } from '../machine'
import { tellOfRequest } from '../messages'
import { findRefundable } from '../queries/findRefundable'
import { waysOf } from '../queries/findWays'
import { findRefundRefusal, resolveAccountNeed } from '../rules'

/** A refund as it was asked for. */
export type AskedRefund = { amount: number; id: string; number: string }

type NewRefund = {
  account: string
  amount: number
  askedBy: string
  byCustomer: boolean
  key: string
  order: Refundable
  paymentId: string
  reason: string
}

/** Reads what may go back, the order's lock first. */
const lockRefundable = async (tx: Tx, where: SQL): Promise<Refundable> => {
  const [found] = await tx.rows<{ id: string }>(sql`select o.id from orders o where ${where}`)
  if (!found) {
    throw new DomainError('order.notFound')
  }
  await paymentsRuntime.get(tx.payload).owner.lock(tx, found.id)
  const order = await findRefundable(tx, sql`o.id = ${found.id}`)
  if (!order) {
    throw new DomainError('order.notFound')
  }
  return order
}

const findKnown = async (tx: Tx, key: string): Promise<AskedRefund[]> => {
  const rows = await tx.rows<{ amount: string; id: string; number: string }>(
    sql`select id, number, amount from refunds where key like ${`${key}%`} order by key`,
  )
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
}

const keyOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')

const insertRefund = async (tx: Tx, refund: NewRefund): Promise<AskedRefund> => {
  const { account, amount, askedBy, byCustomer, key, order, paymentId, reason } = refund
  const at = clock.now().toISOString()
  const [row] = await tx.rows<{ id: string; number: string }>(sql`
    insert into refunds (id, number, state, order_id, payment_id, amount, reason, account, asked_by,
      by_customer, key, created_at, updated_at)
    select ${newId()}::uuid, 'R-' || lpad(nextval('refund_number_seq')::text, 6, '0'),
      ${refundMachine.initial}, ${order.orderId}::uuid, ${paymentId}::uuid, ${amount}::numeric,
      ${reason}, ${account || null}, ${askedBy},
      ${byCustomer}, ${key}, ${at}::timestamptz, ${at}::timestamptz
    returning id, number`)
  const asked = { amount, id: row?.id ?? '', number: row?.number ?? '' }
  await tellOfRequest(tx, { account, order, reason, refund: asked })
  await tx.rows(sql`update orders set updated_at = ${at} where id = ${order.orderId}`)
  return asked
}

/** Whether the customer has to name an account follows from the channels that he has paid by. */
const assertAccount = (payload: Payload, order: Refundable, account: string): void => {
  const need = resolveAccountNeed(order.payments.map(({ channel }) => waysOf(payload, channel)))
  if (need === 'required' && account === '') {
    throw new DomainError('refund.badAccount', { field: 'account' })
  }
  if (need === 'none' && account !== '') {
    throw new DomainError('refund.noAccount', { field: 'account' })
  }
}

/**
 * The customer asks for all that is left of what he has paid, one refund for each payment. The rule of
 * the products decides whether he may. Sent twice under one key, it is one request.
 *
 * @throws DomainError `order.notFound`, `refund.nothingLeft`, `refund.notAllowed`,
 * `refund.badAccount`, `refund.noAccount`
 */
export const requestRefund = (
  payload: Payload,
  args: { ask: z.output<typeof askSchema>; token: string },
): Promise<AskedRefund[]> =>
  runInTransaction(payload, async (tx) => {
    const { account, key, reason } = args.ask
    if (!isToken(args.token)) {
      throw new DomainError('order.notFound')
    }
    const order = await lockRefundable(tx, sql`o.token = ${args.token}`)
    const base = keyOf('customer', order.orderId, key)
    const known = await findKnown(tx, base)
    if (known.length > 0) {
      return known
    }
    const [first] = order.payments
    if (!first) {
      throw new DomainError('refund.nothingLeft')
    }
    const { items } = order
    const why = findRefundRefusal({ items, now: clock.now(), paidAt: first.paidAt })
    if (why) {
      throw new DomainError('refund.notAllowed', { why })
    }
    assertAccount(payload, order, account)
    const asked: AskedRefund[] = []
    for (const { id: paymentId, left: amount } of order.payments) {
      const part = { account, amount, askedBy: order.name, order, paymentId, reason }
      const own = { byCustomer: true, key: `${base}-${paymentId}` }
      asked.push(await insertRefund(tx, { ...part, ...own }))
    }
    return asked
  })

/**
 * Staff ask for money to go back: a part or all of what is left of one payment, whatever the rule says.
 *
 * @throws DomainError `order.notFound`, `refund.nothingLeft`, `refund.tooMuch`
 */
export const requestByStaff = (
  payload: Payload,
  args: { actor: Actor; ask: z.output<typeof staffAskSchema> },
): Promise<AskedRefund> =>
  runInTransaction(payload, async (tx) => {
    const { account, amount, key, order: orderId, payment, reason } = args.ask
    const order = await lockRefundable(tx, sql`o.id = ${orderId}`)
    const own = keyOf('staff', orderId, key)
    const [known] = await findKnown(tx, own)
    if (known) {
      return known
    }
    const left = order.payments.find(({ id }) => id === payment)?.left ?? 0
    if (left === 0) {
      throw new DomainError('refund.nothingLeft')
    }
    if (amount > left) {
      throw new DomainError('refund.tooMuch', { field: 'amount', left })
    }
    const askedBy = args.actor.label ?? ''
    const part = { account, amount, askedBy, key: own, order, paymentId: payment, reason }
    return insertRefund(tx, { ...part, byCustomer: false })
  })

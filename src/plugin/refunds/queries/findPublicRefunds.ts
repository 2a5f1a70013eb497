import type { Payload } from 'payload'

import type { Labels } from '../../kernel/errors'
import type { RefundState } from '../rules'

import { queryRows, sql, statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { isToken } from '../../orders'
import { refundMachine } from '../machine'
import { findRefundRefusal, resolveRefundUntil } from '../rules'
import { findRefundable, type Refundable } from './findRefundable'

/** A refund as the customer sees it: no reasons of ours but the one for a refusal. */
export type PublicRefund = {
  amount: number
  /** ISO instant. */
  askedAt: string
  executedAt?: string
  label: Labels
  number: string
  /** Why it was refused. */
  refusal?: string
  state: RefundState
}

/** What a customer may do about the money of his order. */
export type PublicRefunds = {
  /** What he may ask back by himself; absent when he cannot. */
  offer?: { amount: number; until: string }
  /** Why he cannot, when money is there. */
  refusal?: Labels
  refunds: PublicRefund[]
}

type Row = {
  amount: string
  askedAt: string
  executedAt: null | string
  number: string
  refusal: null | string
  state: RefundState
}

const toPublic = (row: Row): PublicRefund => ({
  amount: Number(row.amount),
  askedAt: new Date(row.askedAt).toISOString(),
  ...(row.executedAt ? { executedAt: new Date(row.executedAt).toISOString() } : {}),
  label: refundMachine.states[row.state].label,
  number: row.number,
  ...(row.refusal ? { refusal: row.refusal } : {}),
  state: row.state,
})

const offerOf = ({ items, payments }: Refundable): Omit<PublicRefunds, 'refunds'> => {
  const [first] = payments
  if (!first) {
    return {}
  }
  const refusal = findRefundRefusal({ items, now: clock.now(), paidAt: first.paidAt })
  const amount = payments.reduce((sum, { left }) => sum + left, 0)
  const until = resolveRefundUntil(first.paidAt, items).toISOString()
  return refusal ? { refusal } : { offer: { amount, until } }
}

/** The refunds of an order and what may be asked back, by the order's own token; or null. */
export const findPublicRefunds = async (args: {
  payload: Payload
  token: string
}): Promise<null | PublicRefunds> => {
  const { payload, token } = args
  if (!isToken(token)) {
    return null
  }
  const order = await findRefundable(statementsOn(payload), sql`o.token = ${token}`)
  if (!order) {
    return null
  }
  const rows = await queryRows<Row>(
    payload,
    sql`select r.number, r.amount, r.state, r.created_at as "askedAt",
        r.executed_at as "executedAt", (select t.reason from transitions t
          where t.machine = 'refund' and t.subject = r.id::text and t.event = 'reject') as refusal
      from refunds r where r.order_id = ${order.orderId} order by r.created_at desc, r.id desc`,
  )
  return { ...offerOf(order), refunds: rows.map(toPublic) }
}

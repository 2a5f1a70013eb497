import type { Payload } from 'payload'

import type { Labels } from '../../kernel/errors'
import type { AccountNeed, RefundState, RefundWay } from '../rules'

import { queryRows, sql, statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { isToken } from '../../orders'
import { refundMachine } from '../machine'
import { findRefundRefusal, resolveAccountNeed, resolveRefundUntil, resolveSendBy } from '../rules'
import { refundsRuntime } from '../runtime'
import { findRefundable, type Refundable } from './findRefundable'
import { waysOf } from './findWays'

/** A refund as the customer sees it: no reasons of ours but the one for a refusal. */
export type PublicRefund = {
  amount: number
  /** ISO instant. */
  askedAt: string
  executedAt?: string
  label: Labels
  /** Whether the customer may still take it back himself. */
  mayWithdraw: boolean
  number: string
  /** Why it was refused. */
  refusal?: string
  /** ISO instant until which an approved one is sent. */
  sendBy?: string
  state: RefundState
  /** How it goes back. */
  way: RefundWay
}

/** What a customer may do about the money of his order. */
export type PublicRefunds = {
  /** What he may ask back by himself; absent when he cannot. */
  offer?: {
    /** Whether he has to name a bank account for it. */
    account: AccountNeed
    amount: number
    until: string
    /** How it goes back, as far as the shop can. */
    way: RefundWay
  }
  /** Why he cannot, when money is there. */
  refusal?: Labels
  refunds: PublicRefund[]
}

type Row = {
  amount: string
  approvedAt: null | string
  askedAt: string
  byCustomer: boolean
  channel: null | string
  executedAt: null | string
  number: string
  refusal: null | string
  state: RefundState
}

const sendByOf = (payload: Payload, { approvedAt, state }: Row): { sendBy?: string } => {
  const { sendDays } = refundsRuntime.get(payload)
  return state === 'approved' && approvedAt
    ? { sendBy: resolveSendBy(new Date(approvedAt), sendDays).toISOString() }
    : {}
}

const toPublic = (payload: Payload, row: Row): PublicRefund => ({
  amount: Number(row.amount),
  askedAt: new Date(row.askedAt).toISOString(),
  ...(row.executedAt ? { executedAt: new Date(row.executedAt).toISOString() } : {}),
  label: refundMachine.states[row.state].label,
  mayWithdraw: row.byCustomer && row.state === 'requested',
  number: row.number,
  ...(row.refusal ? { refusal: row.refusal } : {}),
  ...sendByOf(payload, row),
  state: row.state,
  way: waysOf(payload, row.channel)[0],
})

const offerOf = (
  payload: Payload,
  { items, payments }: Refundable,
): Omit<PublicRefunds, 'refunds'> => {
  const [first] = payments
  if (!first) {
    return {}
  }
  const refusal = findRefundRefusal({ items, now: clock.now(), paidAt: first.paidAt })
  const amount = payments.reduce((sum, { left }) => sum + left, 0)
  const until = resolveRefundUntil(first.paidAt, items).toISOString()
  if (refusal) {
    return { refusal }
  }
  const all = payments.map(({ channel }) => waysOf(payload, channel))
  const way = waysOf(payload, first.channel)[0]
  return { offer: { account: resolveAccountNeed(all), amount, until, way } }
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
        r.executed_at as "executedAt", r.by_customer as "byCustomer", p.channel,
        (select t.at from transitions t where t.machine = 'refund' and t.subject = r.id::text
          and t.event = 'approve') as "approvedAt", (select t.reason from transitions t
          where t.machine = 'refund' and t.subject = r.id::text and t.event = 'reject') as refusal
      from refunds r join payments p on p.id = r.payment_id where r.order_id = ${order.orderId} order by r.created_at desc, r.id desc`,
  )
  return { ...offerOf(payload, order), refunds: rows.map((row) => toPublic(payload, row)) }
}

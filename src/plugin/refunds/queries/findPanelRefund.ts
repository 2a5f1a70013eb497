import type { Payload } from 'payload'

import type { RefundMethod, RefundState } from '../rules'
import type { TransferState } from '../transfers/rules'

import { type StoredFile, selectFiles } from '../../attachments'
import { queryRows, sql } from '../../kernel/payload'

/** A transfer by the disbursement, as staff see it. */
export type PanelTransfer = {
  account: string
  answer: null | string
  bank: string
  holder: null | string
  id: string
  number: string
  sentAt: null | string
  state: TransferState
}

/** Everything that staff want to see of one refund. */
export type PanelRefund = {
  account: null | string
  amount: number
  askedBy: string
  channel: null | string
  createdAt: string
  email: string
  evidence: null | string
  executedAt: null | string
  files: StoredFile[]
  history: { actor: string; at: string; event: string; reason: null | string }[]
  id: string
  merchantOrderId: string
  method: null | RefundMethod
  name: string
  number: string
  orderId: string
  orderNumber: string
  paymentId: string
  phone: string
  reason: string
  state: RefundState
  /** The newest first. */
  transfers: PanelTransfer[]
}

const HISTORY = sql`(select coalesce(json_agg(json_build_object('at', t.at, 'event', t.event,
    'reason', t.reason, 'actor', coalesce(t.actor_label, t.actor_role)) order by t.seq desc), '[]')
  from transitions t where t.machine = 'refund' and t.subject = r.id::text)`

const TRANSFERS = sql`(select coalesce(json_agg(json_build_object('id', x.id, 'number', x.number,
    'state', x.state, 'bank', x.bank, 'account', x.account, 'holder', x.holder, 'answer', x.answer,
    'sentAt', x.sent_at) order by x.created_at desc, x.id desc), '[]')
  from refund_transfers x where x.refund_id = r.id)`

/** A refund as staff see it, in one statement. Whoever calls has checked that it is staff. */
export const findPanelRefund = async (
  payload: Payload,
  id: string,
): Promise<null | PanelRefund> => {
  const [row] = await queryRows<Omit<PanelRefund, 'amount'> & { amount: string }>(
    payload,
    sql`select r.id, r.number, r.state, r.amount, r.reason, r.account, r.asked_by as "askedBy",
      r.method, r.evidence, r.executed_at as "executedAt", r.created_at as "createdAt",
      r.order_id as "orderId", r.payment_id as "paymentId", o.number as "orderNumber",
      o.customer_name as name, o.email, o.phone, p.channel,
      p.merchant_order_id as "merchantOrderId", ${selectFiles('refund', sql`r.id`)} as files,
      ${HISTORY} as history, ${TRANSFERS} as transfers
    from refunds r join orders o on o.id = r.order_id join payments p on p.id = r.payment_id
    where r.id = ${id}`,
  )
  return row ? { ...row, amount: Number(row.amount) } : null
}

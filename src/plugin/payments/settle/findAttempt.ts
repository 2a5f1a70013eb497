import type { Payload } from 'payload'

import type { AttemptFacts } from '../rules'

import { defineStatement, queryRows, sql } from '../../kernel/payload'
import { SUCCESS } from './events'

/** An attempt with what the inbox claims about it. */
export type Attempt = AttemptFacts & {
  /** Channel that a callback named. */
  channel: null | string
  claimsSuccess: boolean
  expiresAt: Date | null
  id: string
  /** Numbers of the debts that it asked for, such as `1` or `2,3`. */
  instalmentSet: string
  merchantOrderId: string
  orderId: string
  /** What is forgiven when it comes in whole; rupiah. */
  rebate: number
}

type Row = Omit<Attempt, 'amount' | 'expiresAt' | 'rebate'> & {
  amount: string
  expiresAt: null | string
  rebate: string
}

const FIND = defineStatement<{ merchantOrderId: string }>(
  (
    value,
  ) => sql`select p.id, p.order_id as "orderId", p.amount, p.reference, p.state::text as state,
      p.merchant_order_id as "merchantOrderId", p.expires_at as "expiresAt",
      p.instalment_set as "instalmentSet", p.rebate,
      e.channel, coalesce(e.success, false) as "claimsSuccess"
    from payments p left join lateral (
      select max(channel) as channel, bool_or(result_code = ${SUCCESS}) as success
      from payment_events where merchant_order_id = p.merchant_order_id and processed_at is null
    ) e on true
    where p.merchant_order_id = ${value('merchantOrderId')}`,
)

/** The attempt that the gateway knows by this id, or null when the id is none of ours. */
export const findAttempt = async (args: {
  merchantOrderId: string
  payload: Payload
}): Promise<Attempt | null> => {
  const { merchantOrderId, payload } = args
  const [row] = await queryRows<Row>(payload, FIND({ merchantOrderId }))
  return row
    ? {
        ...row,
        amount: Number(row.amount),
        rebate: Number(row.rebate),
        expiresAt: row.expiresAt ? new Date(row.expiresAt) : null,
      }
    : null
}

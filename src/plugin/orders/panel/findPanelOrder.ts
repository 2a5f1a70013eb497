import type { Payload } from 'payload'

import type { PanelOrder } from './types'

import { namedEditionsSql } from '../../catalog'
import { selectWorkState } from '../../fulfilment'
import { queryRows, sql } from '../../kernel/payload'
import { paymentsRuntime } from '../../payments'
import { selectPast, timelineSourcesOf } from './timelineSources'

const ITEMS = sql`(select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title,
    'quantity', i.quantity, 'unitPrice', i.unit_price, 'amount', i.amount,
    'delivery', ${selectWorkState(sql`i.id`)}) order by i.seq), '[]')
  from order_items i where i.order_id = o.id)`

const INSTALMENTS = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'seq', n.seq,
    'dueOn', n.due_on, 'amount', n.amount, 'state', n.state, 'paid', coalesce((select sum(a.amount)
      from allocations a where a.instalment_id = n.id), 0)) order by n.seq), '[]')
  from instalments n where n.order_id = o.id)`

const ATTEMPTS = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'attempt', p.attempt,
    'merchantOrderId', p.merchant_order_id, 'amount', p.amount, 'state', p.state,
    'channel', p.channel, 'reference', p.reference, 'createdAt', p.created_at,
    'expiresAt', p.expires_at, 'paidAt', p.paid_at) order by p.attempt desc), '[]')
  from payments p where p.order_id = o.id)`

const REVIEWS = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind,
    'amount', r.amount, 'state', r.state) order by r.created_at), '[]')
  from reviews r where r.order_id = o.id)`

const withChannelNames = (
  payload: Payload,
  attempts: PanelOrder['attempts'],
): PanelOrder['attempts'] => {
  const { gateway } = paymentsRuntime.get(payload)
  return attempts.map((attempt) => ({
    ...attempt,
    channel: attempt.channel && gateway.nameChannel(attempt.channel),
  }))
}

/** The order as staff see it, in one statement. Whoever calls has checked that it is staff. */
export const findPanelOrder = async (payload: Payload, id: string): Promise<null | PanelOrder> => {
  const [row] = await queryRows<PanelOrder>(
    payload,
    sql`select o.id, o.number, o.state::text as state, o.payment_state::text as "paymentState",
      o.total::float8 as total, o.customer_name as name, o.email, o.phone, o.notes, o.locale, o.token,
      o.placed_at as "placedAt", o.customer_id as "customerId", ${ITEMS} as items,
      ${namedEditionsSql(sql`o.accepted_editions`)} as agreed,
      exists (select from contracts c where c.order_id = o.id) as "hasContract",
      ${INSTALMENTS} as instalments, ${ATTEMPTS} as attempts, ${REVIEWS} as reviews,
      past.history, past.begun, past.messages, past.posts
    from orders o, ${selectPast(timelineSourcesOf(payload))} where o.id = ${id}`,
  )
  return row ? { ...row, attempts: withChannelNames(payload, row.attempts) } : null
}

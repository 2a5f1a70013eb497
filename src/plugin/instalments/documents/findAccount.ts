import type { Payload } from 'payload'

import type { AccountFacts } from './facts'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql } from '../../kernel/payload'
import { isToken } from '../../kernel/text'
import { selectContract } from '../contracts/publicContract'

/** The order's own part of the books: one element for each posting that its buyer notices. */
const POSTINGS = sql`(select coalesce(json_agg(json_build_object('at', b.at, 'kind', b.kind,
    'change', b.change, 'money', b.money, 'paymentId', b.payment_id) order by b.at, b.posting), '[]')
  from (select l.posting, l.kind, l.payment_id, min(l.created_at) as at,
      coalesce(sum(l.amount) filter (where l.account = 'receivable'), 0) as change,
      coalesce(sum(l.amount) filter (where l.account in ('gateway', 'bank')), 0) as money
    from ledger_entries l where l.order_id = o.id group by l.posting, l.kind, l.payment_id) b
  where b.change <> 0 or b.money <> 0)`

const ALLOCATIONS = sql`(select coalesce(json_agg(json_build_object('amount', a.amount,
    'paymentId', a.payment_id, 'debt', json_build_object('amount', n.amount, 'dueOn', n.due_on,
      'kind', n.kind, 'lateFor', n.late_for, 'seq', n.seq)) order by a.created_at, a.id), '[]')
  from allocations a join instalments n on n.id = a.instalment_id where n.order_id = o.id)`

const PAYMENTS = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'channel', p.channel,
    'merchantOrderId', p.merchant_order_id, 'method', p.method, 'reference', p.reference,
    'state', p.state, 'paidAt', coalesce(p.paid_at, m.first_at), 'received', m.received,
    'returned', m.returned, 'returnedAt', m.returned_at, 'elsewhere', (
      select coalesce(sum(a.amount), 0) from allocations a join instalments n
        on n.id = a.instalment_id where a.payment_id = p.id and n.order_id <> o.id),
    'forgiven', (select coalesce(sum((t.metadata ->> 'left')::numeric), 0) from transitions t
      join instalments n on n.id::text = t.subject
      where n.order_id = o.id and t.machine = 'instalment' and t.event = 'rebate'
        and t.metadata ->> 'paymentId' = p.id::text)) order by p.attempt), '[]')
  from payments p, lateral (select min(l.created_at) as first_at,
      sum(l.amount) filter (where l.amount > 0) as received,
      coalesce(-sum(l.amount) filter (where l.amount < 0), 0) as returned,
      max(l.created_at) filter (where l.amount < 0) as returned_at
    from ledger_entries l where l.payment_id = p.id and l.account in ('gateway', 'bank')) m
  where p.order_id = o.id and m.received > 0)`

/**
 * The account of the order behind a link, in one statement.
 *
 * @throws DomainError `order.notFound`
 */
export const getAccount = async (payload: Payload, token: string): Promise<AccountFacts> => {
  const [account] = isToken(token)
    ? await queryRows<AccountFacts>(
        payload,
        sql`select o.number, o.token, o.locale, o.customer_name as "customerName",
            (select string_agg(i.title, ', ' order by i.seq) from order_items i
              where i.order_id = o.id) as title,
            ${selectContract(sql`o.id`)} as contract, ${POSTINGS} as postings,
            ${ALLOCATIONS} as allocations, ${PAYMENTS} as payments
          from orders o where o.token = ${token}`,
      )
    : []
  if (!account) {
    throw new DomainError('order.notFound')
  }
  return account
}

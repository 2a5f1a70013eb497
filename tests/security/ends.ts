import type { Database } from '../support/stand/database'

/** How an order ended, read from the database itself. */
export type End = {
  allocated: number
  /** Postings of kind `payment.received`. */
  arrivals: number
  attempts: { events: number; merchantOrderId: string; state: string }[]
  /** Messages of one event, step and recipient beyond the first. */
  doubledMessages: number
  /** What the books owe back, in rupiah. */
  excess: number
  openAttempts: number
  orders: number
  paymentState: string
  receipts: number
  reviews: { amount: number; kind: string; state: string }[]
  staffReceipts: number
  state: string
  token: string
  total: number
}

const QUERY = `select o.token, o.state::text as state, o.payment_state::text as "paymentState",
    o.total::float8 as total, 1 as orders,
    (select coalesce(sum(a.amount), 0)::float8 from allocations a
      join instalments i on i.id = a.instalment_id where i.order_id = o.id) as allocated,
    (select count(distinct l.posting)::int from ledger_entries l
      where l.order_id = o.id and l.kind = 'payment.received') as arrivals,
    (select coalesce(-sum(l.amount), 0)::float8 from ledger_entries l
      where l.order_id = o.id and l.account = 'excess') as excess,
    (select coalesce(json_agg(json_build_object('merchantOrderId', p.merchant_order_id,
        'state', p.state, 'events', (select count(*) from payment_events e
          where e.merchant_order_id = p.merchant_order_id)) order by p.attempt), '[]')
      from payments p where p.order_id = o.id) as attempts,
    (select count(*)::int from payments p
      where p.order_id = o.id and p.state in ('created', 'pending')) as "openAttempts",
    (select coalesce(json_agg(json_build_object('amount', r.amount::float8, 'kind', r.kind,
        'state', r.state) order by r.created_at), '[]') from reviews r where r.order_id = o.id) as reviews,
    (select count(*)::int from notifications n where n.subject_id = o.id::text
      and n.event = 'payment.received' and n.channel <> 'inApp') as receipts,
    (select count(*)::int from notifications n where n.subject_id = o.id::text
      and n.event = 'payment.receivedByStaff') as "staffReceipts",
    (select coalesce(sum(extra), 0)::int from (select count(*) - 1 as extra from notifications n
      where n.subject_id = o.id::text group by n.event, n.step, n.recipient_address, n.channel) m) as "doubledMessages"
  from orders o where o.token = any($1::text[])`

/** Reads how orders ended, by token. */
export const readEnds = async (
  database: Database,
  tokens: readonly string[],
): Promise<Map<string, End>> => {
  const rows = await database.rows<End>(QUERY, [tokens])
  return new Map(rows.map((row) => [row.token, row]))
}

/** What is wrong with an order that one whole payment must have paid, exactly once. */
export const faultsOfPaidOnce = (end: End): string[] => {
  const facts: [boolean, string][] = [
    [end.paymentState === 'paid', `says ${end.paymentState}`],
    [end.allocated === end.total, `has ${end.allocated} of ${end.total} credited`],
    [end.arrivals === 1, `has ${end.arrivals} arrivals of money`],
    [end.excess === 0, `owes ${end.excess} back`],
    [end.reviews.length === 0, `has ${end.reviews.length} reviews`],
    [end.receipts === 1, `has ${end.receipts} receipts`],
    [end.staffReceipts >= 1, 'was never told to the staff'],
    [end.doubledMessages === 0, `has ${end.doubledMessages} messages twice`],
    [end.attempts.filter(({ state }) => state === 'paid').length === 1, 'has not one paid attempt'],
    [end.openAttempts === 0, `has ${end.openAttempts} open attempts`],
  ]
  return facts.filter(([holds]) => !holds).map(([, fault]) => fault)
}

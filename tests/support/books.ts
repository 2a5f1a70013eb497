import type { Payload } from 'payload'
import { queryRows, type SQL, sql } from '@/plugin/kernel/payload'
import type { OpenShop } from './openShop'

/** The books of one order, in rupiah, debit positive. */
export const readBooks = async (
  payload: Payload,
  token: string,
): Promise<Record<string, number>> => {
  const rows = await queryRows<{ account: string; amount: string }>(
    payload,
    sql`select l.account, sum(l.amount) as amount from ledger_entries l
      join orders o on o.id = l.order_id where o.token = ${token} group by 1 having sum(l.amount) <> 0`,
  )
  return Object.fromEntries(rows.map(({ account, amount }) => [account, Number(amount)]))
}

/** Rows of one statement. */
export const readRows = <T>(payload: Payload, query: SQL): Promise<T[]> =>
  queryRows<T>(payload, query)

/** How many rows a statement `select … from …` finds. */
export const countRows = async (payload: Payload, from: SQL): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(payload, sql`select count(*)::int as n from ${from}`)
  return row?.n ?? -1
}

/** An order's attempts, oldest first. */
export const readAttempts = (
  payload: Payload,
  token: string,
): Promise<{ id: string; merchantOrderId: string; reason: null | string; state: string }[]> =>
  queryRows(
    payload,
    sql`select p.id, p.merchant_order_id as "merchantOrderId", p.state::text as state,
        p.failure_reason as reason
      from payments p join orders o on o.id = p.order_id where o.token = ${token} order by p.attempt`,
  )

/** Money that waits for a decision about an order, oldest first. */
export const readReviews = async (
  payload: Payload,
  token: string,
): Promise<{ amount: number; id: string; kind: string; state: string }[]> => {
  const rows = await queryRows<{ amount: string; id: string; kind: string; state: string }>(
    payload,
    sql`select r.id, r.kind::text as kind, r.state::text as state, r.amount
      from reviews r join orders o on o.id = r.order_id where o.token = ${token} order by r.created_at`,
  )
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
}

/** Messages about an order: the event and to whom. */
export const readMessages = async (payload: Payload, token: string): Promise<string[]> => {
  const rows = await queryRows<{ event: string; kind: string }>(
    payload,
    sql`select n.event, n.recipient_kind as kind from notifications n
      join orders o on o.id::text = n.subject_id where o.token = ${token} order by n.created_at, n.event`,
  )
  return rows.map(({ event, kind }) => `${event} → ${kind}`)
}

/** Brings forward every money job that waits for its next attempt, then waits until none is due. */
export const hurryJobs = async (shop: OpenShop): Promise<void> => {
  await queryRows(
    shop.payload,
    sql`update graphile_worker._private_jobs j set run_at = now()
      from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'payments.settle' and j.attempts < j.max_attempts
        and j.locked_by is null`,
  )
  await shop.idle()
}

/** How many questions the gateway has been asked at one of its endpoints. */
export const countQuestions = (shop: OpenShop, endpoint: string): number =>
  shop.gateway.state({ limit: 0 }).requests[endpoint] ?? 0

const COUNTED = [
  'orders',
  'order_items',
  'instalments',
  'payments',
  'payment_events',
  'allocations',
  'ledger_entries',
  'reviews',
  'transitions',
  'notifications',
  'graphile_worker._private_jobs',
] as const

/** How many rows each table of the purchase holds: a refused request must not add a single one. */
export const countEverything = async (payload: Payload): Promise<Record<string, number>> => {
  const counts = COUNTED.map(
    (table) => sql`select ${table}::text as place, count(*)::int as n from ${sql.raw(table)}`,
  )
  const rows = await queryRows<{ n: number; place: string }>(
    payload,
    sql.join(counts, sql` union all `),
  )
  return Object.fromEntries(rows.map(({ n, place }) => [place, n]))
}

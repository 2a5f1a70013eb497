import type { Payload } from 'payload'

import { queryRows, type SQL, sql } from '../../kernel/payload'
import { addMonths, type WibDay, wibDay } from '../../kernel/time'
import { AGES, type Age } from './words'

/** What is owed at one age; `contracts` counts each contract at every age at which it owes. Rupiah. */
export type AgeRow = { age: Age; amount: number; contracts: number; debts: number }

/** What falls due in a month (`2026-12`), or did before it and is still owed. Rupiah. */
export type ExpectedRow = { amount: number; debts: number; month: string }

/** What fell due in a month, how much of it is paid by now, and what came in in that month. Rupiah. */
export type CollectedRow = { collected: number; due: number; month: string; paid: number }

/** The contracts of one product. Rupiah of principal; `late` counts contracts in arrears. */
export type ProductRow = {
  contracts: number
  late: number
  left: number
  overdue: number
  paid: number
  slug: string
  title: string
  total: number
}

/** What was put on each debt. Grouped once: a million debts are not looked up one by one. */
const PAID = sql`(select a.instalment_id, sum(a.amount) as paid from allocations a group by 1)`

/** Debts of contracts that are still owed, with what is left of each. */
const OWED = sql`select n.order_id, n.due_on, n.amount - coalesce(p.paid, 0) as owed
  from instalments n join contracts c on c.order_id = n.order_id
    join orders o on o.id = n.order_id and o.state not in ('cancelled', 'placed')
    left join ${PAID} p on p.instalment_id = n.id
  where n.state = 'open'`

const monthOf = (day: string): string => day.slice(0, 7)

const monthsFrom = (first: WibDay, count: number): string[] =>
  Array.from({ length: count }, (_, months) => monthOf(addMonths({ anchor: first, months })))

const firstOfMonth = (day: WibDay, months = 0): WibDay =>
  addMonths({ anchor: wibDay(`${monthOf(day)}-01`), months })

/** What is owed today by how late it is, late fees included: 0, 1–7, 8–30 and more than 30 days. */
export const findAgeing = async (payload: Payload, today: WibDay): Promise<AgeRow[]> => {
  const rows = await queryRows<AgeRow>(
    payload,
    sql`select w.age, sum(w.owed)::float8 as amount, count(*)::int as debts,
        count(distinct w.order_id)::int as contracts
      from (select d.order_id, d.owed, case
          when ${today}::date - d.due_on::date <= 0 then 'current'
          when ${today}::date - d.due_on::date <= 7 then 'week'
          when ${today}::date - d.due_on::date <= 30 then 'month'
          else 'older' end as age
        from (${OWED}) d) w group by 1`,
  )
  return AGES.map(
    (age) => rows.find((row) => row.age === age) ?? { age, amount: 0, contracts: 0, debts: 0 },
  )
}

/** Most months that the reports look ahead or back. */
export const REPORT_MONTHS = 12

/**
 * What is still owed by the month in which it falls due, from this month on; `overdue` is what fell due
 * before today, `later` what comes after those months.
 */
export const findExpected = async (payload: Payload, today: WibDay): Promise<ExpectedRow[]> => {
  const months = monthsFrom(firstOfMonth(today), REPORT_MONTHS)
  const end = firstOfMonth(today, REPORT_MONTHS)
  const rows = await queryRows<ExpectedRow>(
    payload,
    sql`select case when d.due_on < ${today} then 'overdue' when d.due_on >= ${end} then 'later'
          else left(d.due_on, 7) end as month, sum(d.owed)::float8 as amount, count(*)::int as debts
      from (${OWED}) d group by 1`,
  )
  return ['overdue', ...months, 'later'].map(
    (month) => rows.find((row) => row.month === month) ?? { amount: 0, debts: 0, month },
  )
}

/** What fell due: as agreed, but of a debt that was waived only what was paid on it. */
const DUE: SQL = sql`select left(n.due_on, 7) as month, 0 as collected,
    case when n.state = 'waived' then coalesce(p.paid, 0) else n.amount end as due,
    coalesce(p.paid, 0) as paid
  from instalments n join contracts c on c.order_id = n.order_id
    join orders o on o.id = n.order_id and o.state not in ('cancelled', 'placed')
    left join ${PAID} p on p.instalment_id = n.id
  where n.state in ('open', 'paid', 'waived')`

/** What came in for contracts, by the WIB day on which it was paid; what went back did not. */
const collectedSince = (first: WibDay): SQL => sql`select
    to_char(p.paid_at at time zone 'Asia/Jakarta', 'YYYY-MM') as month, a.amount as collected,
    0 as due, 0 as paid
  from payments p join contracts c on c.order_id = p.order_id
    join allocations a on a.payment_id = p.id
  where p.paid_at >= ${`${first}T00:00:00+07:00`} and p.state <> 'refunded'`

/** What fell due in each of the last months until today, and what came of it. */
export const findCollected = async (payload: Payload, today: WibDay): Promise<CollectedRow[]> => {
  const first = firstOfMonth(today, 1 - REPORT_MONTHS)
  const rows = await queryRows<CollectedRow>(
    payload,
    sql`select m.month, sum(m.due)::float8 as due, sum(m.paid)::float8 as paid,
        sum(m.collected)::float8 as collected
      from (${DUE} and n.due_on >= ${first} and n.due_on <= ${today}
        union all ${collectedSince(first)}) m group by 1`,
  )
  return monthsFrom(first, REPORT_MONTHS).map(
    (month) => rows.find((row) => row.month === month) ?? { collected: 0, due: 0, month, paid: 0 },
  )
}

/** How the contracts of each product stand, the largest sum first. */
export const findProducts = (payload: Payload, today: WibDay): Promise<ProductRow[]> =>
  queryRows<ProductRow>(
    payload,
    sql`select i.product_slug as slug, max(i.title) as title, count(*)::int as contracts, sum(s.total)::float8 as total,
        sum(s.paid)::float8 as paid, sum(s.left)::float8 as left, sum(s.overdue)::float8 as overdue,
        (count(*) filter (where s.overdue > 0))::int as late
      from (select n.order_id, sum(n.amount) as total, coalesce(sum(p.paid), 0) as paid,
            coalesce(sum(n.amount - coalesce(p.paid, 0)) filter (where n.state = 'open'), 0) as left,
            coalesce(sum(n.amount - coalesce(p.paid, 0))
              filter (where n.state = 'open' and n.due_on < ${today}), 0) as overdue
          from instalments n join contracts c on c.order_id = n.order_id
            join orders o on o.id = n.order_id and o.state not in ('cancelled', 'placed')
            left join ${PAID} p on p.instalment_id = n.id
          where n.kind <> 'lateFee' and n.state not in ('replaced', 'void') group by 1) s
        join order_items i on i.order_id = s.order_id and i.seq = 1
      group by i.product_slug order by total desc, slug`,
  )

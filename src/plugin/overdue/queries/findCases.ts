import type { Payload } from 'payload'

import type { WibDay } from '../../kernel/time'

import { queryRows, type SQL, sql } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'

/** Which cases are shown, in the order in which staff look at them. */
export const CASE_FILTERS = ['all', 'proposed', 'awaiting', 'chance', 'suspended'] as const

/** One of them. */
export type CaseFilter = (typeof CASE_FILTERS)[number]

/** One contract in arrears as staff see it; `amount` makes it current; rupiah, WIB days. */
export type CaseRow = {
  amount: number
  askedOn: null | WibDay
  chanceUntil: null | WibDay
  customerId: string
  customerName: string
  daysLate: number
  email: string
  id: string
  isOff: boolean
  number: string
  openedOn: WibDay
  orderId: string
  phone: string
  proposedOn: null | WibDay
  requestedUntil: null | WibDay
  since: WibDay
  state: string
  title: string
}

const PAGE = 50

const FILTERS: Record<CaseFilter, SQL> = {
  all: sql`true`,
  awaiting: sql`k.state = 'awaiting'`,
  chance: sql`exists (select from chances h where h.order_id = o.id and h.state in ('active', 'requested'))`,
  proposed: sql`k.proposed_on is not null`,
  suspended: sql`exists (select from service_blockers b where b.order_id = o.id and b.state = 'active')`,
}

const chanceOf = (state: string, column: SQL): SQL => sql`(select ${column} from chances h
  where h.order_id = o.id and h.state = ${state})`

/**
 * The contracts in arrears, the longest overdue first, a page at a time; `page` counts from 1.
 * Whoever calls has checked that it is staff.
 */
export const findCases = async (args: {
  filter: CaseFilter
  page: number
  payload: Payload
}): Promise<{ pages: number; rows: CaseRow[]; total: number }> => {
  const { filter, page, payload } = args
  const today = wibDayOf(clock.now())
  const rows = await queryRows<{ total: number } & CaseRow>(
    payload,
    sql`select k.id, k.state, k.opened_on as "openedOn", k.asked_on as "askedOn",
        k.proposed_on as "proposedOn", o.id as "orderId", o.number, o.customer_name as "customerName",
        o.customer_id as "customerId", o.email, o.phone, d.amount::float8 as amount, d.since,
        (${today}::date - d.since::date) as "daysLate", (count(*) over ())::int as total,
        ${chanceOf('active', sql`h.until`)} as "chanceUntil",
        ${chanceOf('requested', sql`h.wished_until`)} as "requestedUntil",
        ${FILTERS.suspended} as "isOff",
        (select i.title from order_items i where i.order_id = o.id order by i.seq limit 1) as title
      from overdue_cases k join orders o on o.id = k.order_id,
        lateral (select coalesce(sum(n.amount - coalesce((select sum(a.amount) from allocations a
            where a.instalment_id = n.id), 0)), 0) as amount,
            coalesce(min(n.due_on) filter (where n.kind <> 'lateFee'), ${today}) as since
          from instalments n where n.order_id = o.id and n.state = 'open'
            and (n.kind = 'lateFee' or n.due_on < ${today})) d
      where k.state <> 'resolved' and ${FILTERS[filter]}
      order by d.since, k.id limit ${PAGE} offset ${(Math.max(1, page) - 1) * PAGE}`,
  )
  const total = rows[0]?.total ?? 0
  return { pages: Math.max(1, Math.ceil(total / PAGE)), rows, total }
}

/** How many cases there are of each kind, for the filters and the board of what needs action. */
export const countCases = async (payload: Payload): Promise<Record<CaseFilter, number>> => {
  const counts = sql.join(
    (Object.keys(FILTERS) as CaseFilter[]).map(
      (filter) =>
        sql`(count(*) filter (where ${FILTERS[filter]}))::int as ${sql.identifier(filter)}`,
    ),
    sql`, `,
  )
  const [row] = await queryRows<Record<CaseFilter, number>>(
    payload,
    sql`select ${counts} from overdue_cases k join orders o on o.id = k.order_id
      where k.state <> 'resolved'`,
  )
  return row ?? { all: 0, awaiting: 0, chance: 0, proposed: 0, suspended: 0 }
}

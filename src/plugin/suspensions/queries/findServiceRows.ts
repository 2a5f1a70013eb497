import type { Payload } from 'payload'

import type { BlockerKind } from '../../hosting'

import { queryRows, type SQL, sql } from '../../kernel/payload'
import { addDays, clock, type WibDay, wibDayOf } from '../../kernel/time'

/** Which services are shown, in the order in which staff look at them. */
export const SERVICE_FILTERS = [
  'proposed',
  'suspended',
  'paidButOff',
  'chance',
  'apart',
  'ending',
  'all',
] as const

/** One of them. */
export type ServiceFilter = (typeof SERVICE_FILTERS)[number]

/** One service as staff see it; `amount` in rupiah makes its contract current; days are WIB days. */
export type StaffServiceRow = {
  amount: number
  blockers: BlockerKind[]
  chanceUntil: null | string
  customerName: string
  domain: null | string
  id: string
  lastError: null | string
  nextTryAt: null | string
  number: string
  observed: string
  observedAt: null | string
  orderId: string
  proposedOn: null | string
  region: null | string
  server: null | string
  state: string
  title: string
  wanted: string
}

const PAGE = 50

/** Chances that end within so many days are running out. */
const SOON_DAYS = 2

const owed = (
  today: WibDay,
): SQL => sql`(select coalesce(sum(n.amount - coalesce((select sum(a.amount) from allocations a
    where a.instalment_id = n.id), 0)), 0) from instalments n where n.order_id = o.id
  and n.state = 'open' and (n.kind = 'lateFee' or n.due_on < ${today}))`

const BLOCKED_FOR_MONEY = sql`exists (select from service_blockers b where b.order_id = o.id
  and b.state = 'active' and b.kind in ('unpaid', 'customer_choice'))`

const LIVE = sql`h.state in ('active', 'provisioning', 'suspended')`

/** Its customer wants to stop, its end was proposed, or its contract is over and nothing follows. */
const endingOf = (today: WibDay): SQL => sql`${LIVE} and h.wanted <> 'gone' and (
  h.ending_when is not null or h.termination_at is not null or (h.ends_on < ${today}
    and not exists (select from orders r where r.id = h.renewal_id and r.state = 'open'
      and r.payment_state in ('partly_paid', 'paid'))))`

const filters = (): Record<ServiceFilter, SQL> => {
  const today = wibDayOf(clock.now())
  const soon = addDays(today, SOON_DAYS)
  return {
    all: sql`h.state <> 'dropped'`,
    apart: sql`h.state = 'failed' or ${LIVE} and (h.alarmed_at is not null or h.wanted = 'gone' or h.wanted <> case h.state when 'suspended' then 'off' else 'on' end
      or (h.state <> 'provisioning' and h.observed <> h.wanted))`,
    chance: sql`exists (select from chances c where c.order_id = o.id and c.state = 'active' and c.until <= ${soon})`,
    ending: endingOf(today),
    paidButOff: sql`h.state = 'suspended' and ((h.wanted = 'on') or (${BLOCKED_FOR_MONEY} and ${owed(today)} <= 0))`,
    proposed: sql`${LIVE} and exists (select from overdue_cases k where k.order_id = o.id
      and k.state <> 'resolved' and k.proposed_on is not null)`,
    suspended: sql`h.state = 'suspended' or (${LIVE} and h.wanted = 'off')`,
  }
}

const FROM = sql`from hosting_accounts h join orders o on o.id = h.order_id
  left join hosting_servers s on s.id = h.server_id`

/**
 * The services that a filter shows, the ones that changed last first, a page at a time; `page` counts
 * from 1. Whoever calls has checked that it is staff.
 */
export const findServiceRows = async (args: {
  filter: ServiceFilter
  page: number
  payload: Payload
}): Promise<{ pages: number; rows: StaffServiceRow[]; total: number }> => {
  const { filter, page, payload } = args
  const rows = await queryRows<{ total: number } & StaffServiceRow>(
    payload,
    sql`select h.id, h.title, h.domain, h.state, h.wanted, h.observed, h.observed_at as "observedAt",
        h.last_error as "lastError", h.next_try_at as "nextTryAt", h.region, s.name as server,
        o.id as "orderId", o.number, o.customer_name as "customerName", ${owed(wibDayOf(clock.now()))}::float8 as amount,
        (select coalesce(json_agg(b.kind order by b.created_at), '[]') from service_blockers b
          where b.order_id = o.id and b.state = 'active') as blockers,
        (select c.until from chances c where c.order_id = o.id and c.state = 'active') as "chanceUntil",
        (select k.proposed_on from overdue_cases k where k.order_id = o.id and k.state <> 'resolved')
          as "proposedOn", (count(*) over ())::int as total
      ${FROM} where ${filters()[filter]}
      order by h.updated_at desc, h.id limit ${PAGE} offset ${(Math.max(1, page) - 1) * PAGE}`,
  )
  const total = rows[0]?.total ?? 0
  return { pages: Math.max(1, Math.ceil(total / PAGE)), rows, total }
}

/** How many services each filter shows. */
export const countServices = async (payload: Payload): Promise<Record<ServiceFilter, number>> => {
  const counts = sql.join(
    Object.entries(filters()).map(
      ([filter, where]) =>
        sql`(count(*) filter (where ${where}))::int as ${sql.identifier(filter)}`,
    ),
    sql`, `,
  )
  const [row] = await queryRows<Record<ServiceFilter, number>>(
    payload,
    sql`select ${counts} ${FROM}`,
  )
  return row ?? { all: 0, apart: 0, chance: 0, ending: 0, paidButOff: 0, proposed: 0, suspended: 0 }
}

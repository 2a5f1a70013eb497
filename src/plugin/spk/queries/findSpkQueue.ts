import type { Payload } from 'payload'

import type { SpkState } from '../states'

import { queryRows, type SQL, sql } from '../../kernel/payload'
import { LIVE_STATES, resolveTurn, SPK_STATE_NAMES } from '../states'

/** Which agreements are shown: by whose turn it is, or all. */
export const QUEUE_FILTERS = ['staff', 'review', 'customer', 'confirmed', 'ended', 'all'] as const

/** One of them. */
export type QueueFilter = (typeof QUEUE_FILTERS)[number]

/** One agreement in the queue. */
export type QueueRow = {
  assignee: null | string
  customerName: string
  id: string
  number: null | string
  orderNumber: string
  signBy: null | string
  /** Since when it stands where it stands. */
  since: string
  state: SpkState
  title: string
  total: number
}

const PAGE = 50

const listOf = (states: readonly string[]): SQL =>
  sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )

const live = LIVE_STATES as readonly SpkState[]

/** Under way, and staff are next, or a job of ours is: nothing of it is the customer's. */
export const STAFF_STATES = listOf(live.filter((state) => resolveTurn(state) !== 'customer'))

const FILTERS: Record<QueueFilter, SQL> = {
  all: sql`true`,
  confirmed: sql`s.state in ('confirmed', 'sealed', 'active')`,
  customer: sql`s.state in (${listOf(live.filter((state) => resolveTurn(state) === 'customer'))})`,
  ended: sql`s.state in (${listOf(SPK_STATE_NAMES.filter((state) => !live.includes(state) && !['active', 'confirmed', 'sealed'].includes(state)))})`,
  review: sql`s.state = 'underReview'`,
  staff: sql`s.state in (${STAFF_STATES})`,
}

const since = sql`coalesce((select t.at from transitions t where t.machine = 'spk'
  and t.subject = s.id::text order by t.seq desc limit 1), s.created_at)`

const mineOf = (staffId: null | string): SQL =>
  staffId === null ? sql`true` : sql`s.assignee_id = ${staffId}`

/**
 * Agreements, the one that has stood longest first, a page at a time; `page` counts from 1. With `mine`
 * only those that a member of staff looks after. Whoever calls has checked that it is staff.
 */
export const findSpkQueue = async (args: {
  filter: QueueFilter
  mine: null | string
  page: number
  payload: Payload
}): Promise<{ pages: number; rows: QueueRow[]; total: number }> => {
  const { filter, mine, page, payload } = args
  const rows = await queryRows<{ count: number } & QueueRow>(
    payload,
    sql`select s.id, s.number, s.state, s.sign_by as "signBy", ${since} as since,
        o.number as "orderNumber", o.customer_name as "customerName", o.total::float8 as total,
        (select coalesce(w.name, w.email) from staff w where w.id = s.assignee_id) as assignee,
        (select i.title from order_items i where i.order_id = o.id order by i.seq limit 1) as title,
        (count(*) over ())::int as count
      from spks s join orders o on o.id = s.order_id
      where ${FILTERS[filter]} and ${mineOf(mine)}
      order by since, s.id limit ${PAGE} offset ${(Math.max(1, page) - 1) * PAGE}`,
  )
  const total = rows[0]?.count ?? 0
  return { pages: Math.max(1, Math.ceil(total / PAGE)), rows, total }
}

/** How many agreements there are of each kind, for the filters. */
export const countSpks = async (
  payload: Payload,
  mine: null | string,
): Promise<Record<QueueFilter, number>> => {
  const counts = sql.join(
    QUEUE_FILTERS.map(
      (filter) =>
        sql`(count(*) filter (where ${FILTERS[filter]}))::int as ${sql.identifier(filter)}`,
    ),
    sql`, `,
  )
  const [row] = await queryRows<Record<QueueFilter, number>>(
    payload,
    sql`select ${counts} from spks s where ${mineOf(mine)}`,
  )
  return row ?? { all: 0, confirmed: 0, customer: 0, ended: 0, review: 0, staff: 0 }
}

import type { BlockerKind } from '../../hosting'
import type { StandingRow } from '../../instalments'
import type { Locale } from '../../kernel/errors'
import type { PlanTerms } from '../../plans'
import type { LoggedStep } from '../rules/ladderFacts'

import { selectStandingRows } from '../../instalments'
import { DomainError } from '../../kernel/errors'
import { sql, type Tx } from '../../kernel/payload'
import { clock, type WibDay } from '../../kernel/time'

/** A case that is open on a contract; days are WIB days. */
export type OpenCase = {
  askedOn: null | WibDay
  id: string
  openedOn: WibDay
  proposedOn: null | WibDay
  state: string
  suspendedOn: null | WibDay
}

/** A debt of the contract with its row. */
export type SceneDebt = { feePeriod: null | number; id: string } & StandingRow

/** Everything about one contract that decides what happens with it, read under its order's lock. */
export type Scene = {
  blockers: BlockerKind[]
  chance: { id: string; until: WibDay } | null
  contractId: string
  customerId: string
  customerName: string
  debts: SceneDebt[]
  email: string
  /** Chances that ended without the money since the contract began. */
  ended: { number: number; on: null | WibDay }
  inFlight: boolean
  isTold: boolean
  locale: Locale
  log: LoggedStep[]
  number: string
  openCase: null | OpenCase
  orderId: string
  phone: string
  requestedChance: null | string
  startedOn: WibDay
  state: string
  terms: PlanTerms
  title: string
  token: string
  total: number
}

/** Messages that claim what is overdue. */
const CLAIMS = sql`('instalment.late', 'overdue.choice', 'overdue.warning', 'overdue.notice')`

const DEBTS = selectStandingRows(sql`o.id`, sql`'id', n.id, 'feePeriod', n.fee_period,`)

const LOG = sql`(select coalesce(json_agg(json_build_object('seq', n.seq, 'step', l.step,
    'day', l.day, 'round', l.round)), '[]')
  from ladder_steps l join instalments n on n.id = l.instalment_id where l.order_id = o.id)`

const CHANCE = sql`(select json_build_object('id', h.id, 'until', h.until) from chances h
  where h.order_id = o.id and h.state = 'active')`

const ENDED = sql`(select json_build_object('number', count(*), 'on', max(case h.state
    when 'broken' then h.until
    else to_char(h.ended_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') end))
  from chances h where h.order_id = o.id and h.state in ('broken', 'withdrawn'))`

const OPEN_CASE = sql`(select json_build_object('id', k.id, 'state', k.state, 'openedOn', k.opened_on,
    'askedOn', k.asked_on, 'proposedOn', k.proposed_on, 'suspendedOn', k.suspended_on)
  from overdue_cases k where k.order_id = o.id and k.state <> 'resolved')`

/** An invoice that can still be paid, or money that somebody is looking at. */
const inFlight = () => sql`(exists (select from payments p where p.order_id = o.id
    and p.state in ('created', 'pending') and p.expires_at > ${clock.now().toISOString()})
  or exists (select from reviews r where r.order_id = o.id and r.state = 'open'))`

const IS_TOLD = sql`exists (select from notifications m where m.subject_id = o.id::text
  and m.event in ${CLAIMS} and m.channel <> 'inApp' and m.state = 'sent')`

/**
 * Reads a contract. Call it after {@link lockScene}, or without a lock only to show it.
 *
 * @throws DomainError `order.notFound` when there is no such contract
 */
export const findScene = async (tx: Pick<Tx, 'rows'>, orderId: string): Promise<Scene> => {
  const [row] = await tx.rows<Scene>(sql`
    select o.id as "orderId", o.number, o.token, o.state::text as state, o.customer_name as "customerName",
      o.email, o.phone, o.locale, o.total::float8 as total, c.customer_id as "customerId",
      c.id as "contractId", c.started_on as "startedOn", c.terms,
      (select i.title from order_items i where i.order_id = o.id order by i.seq limit 1) as title,
      ${DEBTS} as debts, ${LOG} as log, ${CHANCE} as chance, ${ENDED} as ended,
      (select h.id from chances h where h.order_id = o.id and h.state = 'requested') as "requestedChance",
      ${OPEN_CASE} as "openCase", ${inFlight()} as "inFlight", ${IS_TOLD} as "isTold",
      (select coalesce(json_agg(b.kind), '[]') from service_blockers b
        where b.order_id = o.id and b.state = 'active') as blockers
    from orders o join contracts c on c.order_id = o.id where o.id = ${orderId}`)
  if (!row) {
    throw new DomainError('order.notFound')
  }
  return row
}

/**
 * Takes the order's lock, in a statement of its own, and reads its contract: what is read was true
 * when the lock's last holder committed and stays true until we commit.
 *
 * @throws DomainError `order.notFound`
 */
export const lockScene = async (tx: Tx, orderId: string): Promise<Scene> => {
  await tx.rows(sql`select id from orders where id = ${orderId} for no key update`)
  return findScene(tx, orderId)
}

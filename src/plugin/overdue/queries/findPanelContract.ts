import type { Payload } from 'payload'

import type { BlockerKind } from '../../hosting'
import {
  type ContractRow,
  type PublicContract,
  selectContract,
  toPublicContract,
} from '../../instalments'
import { queryRows, sql } from '../../kernel/payload'
import { clock, type WibDay, wibDayOf } from '../../kernel/time'

/** One chance of a contract, asked for or granted. */
export type PanelChance = {
  at: string
  count: number
  decidedBy: null | string
  reason: null | string
  state: string
  until: null | WibDay
  wish: null | string
  wishedUntil: null | WibDay
}

/** One reason for which the service is wanted off. */
export type PanelBlocker = { at: string; kind: BlockerKind; reason: string; setBy: string }

/** A case of arrears. */
export type PanelCase = {
  askedOn: null | WibDay
  openedOn: WibDay
  proposedOn: null | WibDay
  state: string
  suspendedOn: null | WibDay
}

/** A contract as staff see it on the page of its order. */
export type PanelContract = {
  blockers: PanelBlocker[]
  /** The newest case; null when there was none. */
  case: null | PanelCase
  /** Newest first. */
  chances: PanelChance[]
  contract: PublicContract
  /** How many chances were given. */
  given: number
}

type Row = { contract: ContractRow | null } & Omit<PanelContract, 'contract' | 'given'>

const CHANCES = sql`(select coalesce(json_agg(json_build_object('count', h.count, 'state', h.state,
    'until', h.until, 'wishedUntil', h.wished_until, 'wish', h.wish, 'reason', h.reason,
    'decidedBy', h.granted_by, 'at', coalesce(h.decided_at, h.created_at)) order by h.count desc), '[]')
  from chances h where h.order_id = o.id)`

const BLOCKERS = sql`(select coalesce(json_agg(json_build_object('kind', b.kind, 'reason', b.reason,
    'setBy', b.set_by, 'at', b.created_at) order by b.created_at, b.id), '[]')
  from service_blockers b where b.order_id = o.id and b.state = 'active')`

const CASE = sql`(select json_build_object('state', k.state, 'openedOn', k.opened_on,
    'askedOn', k.asked_on, 'proposedOn', k.proposed_on, 'suspendedOn', k.suspended_on)
  from overdue_cases k where k.order_id = o.id order by k.created_at desc, k.id desc limit 1)`

const GIVEN = new Set(['active', 'broken', 'kept', 'withdrawn'])

/**
 * The contract of an order with its case, its chances and what keeps its service off, in one statement;
 * null when the order is not paid in instalments. Whoever calls has checked that it is for admins.
 */
export const findPanelContract = async (
  payload: Payload,
  orderId: string,
): Promise<null | PanelContract> => {
  const [row] = await queryRows<Row>(
    payload,
    sql`select ${selectContract(sql`o.id`)} as contract, ${CHANCES} as chances,
      ${BLOCKERS} as blockers, ${CASE} as "case" from orders o where o.id = ${orderId}`,
  )
  const contract = row && toPublicContract(row.contract, wibDayOf(clock.now()))
  return row && contract
    ? { ...row, contract, given: row.chances.filter(({ state }) => GIVEN.has(state)).length }
    : null
}

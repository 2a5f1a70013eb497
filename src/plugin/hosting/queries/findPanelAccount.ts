import type { Payload } from 'payload'

import type { BlockerKind } from '../blockers/machine'

import { queryRows, sql } from '../../kernel/payload'

/** One call to a server. */
export type PanelCall = {
  begunAt: string
  detail: null | string
  id: string
  outcome: null | string
  verb: string
}

/** A service as its page in the panel shows it; instants are ISO texts, days WIB days. */
export type PanelAccount = {
  blockers: { kind: BlockerKind; reason: string; setBy: string }[]
  calls: PanelCall[]
  customerName: string
  domain: null | string
  endsOn: null | string
  exportUntil: null | string
  facts: null | Record<string, string>
  hosts: null | string[]
  id: string
  lastError: null | string
  name: null | string
  nextTryAt: null | string
  observed: string
  observedAt: null | string
  orderId: string
  orderNumber: string
  package: null | string
  reference: null | string
  region: null | string
  request: null | Record<string, number | string>
  server: null | string
  state: string
  tasks: { deed: string; dueAt: string; id: string; state: string }[]
  terminationAgreedBy: null | string
  terminationBy: null | string
  terminationReason: null | string
  title: string
  wanted: string
  wantedReason: null | string
}

const MOST_CALLS = 20

/** A service with its last calls and tasks; null when there is none. Whoever calls has checked that it is staff. */
export const findPanelAccount = async (
  payload: Payload,
  id: string,
): Promise<null | PanelAccount> => {
  const [row] = await queryRows<PanelAccount>(
    payload,
    sql`select h.id, h.title, h.domain, h.hosts, h.state, h.wanted, h.wanted_reason as "wantedReason",
        h.observed, h.observed_at as "observedAt", h.last_error as "lastError",
        h.next_try_at as "nextTryAt", h.name, h.package, h.reference, h.region, h.request, h.facts,
        h.ends_on as "endsOn", h.export_until as "exportUntil", h.termination_by as "terminationBy",
        h.termination_agreed_by as "terminationAgreedBy", h.termination_reason as "terminationReason",
        s.name as server, o.id as "orderId", o.number as "orderNumber", o.customer_name as "customerName",
        (select coalesce(json_agg(json_build_object('kind', b.kind, 'reason', b.reason, 'setBy', b.set_by)
          order by b.created_at), '[]') from service_blockers b
          where b.order_id = o.id and b.state = 'active') as blockers,
        (select coalesce(json_agg(json_build_object('id', c.id, 'verb', c.verb, 'begunAt', c.begun_at,
          'outcome', c.outcome, 'detail', c.detail) order by c.begun_at desc), '[]')
          from (select * from hosting_calls where account_id = h.id order by begun_at desc
            limit ${MOST_CALLS}) c) as calls,
        (select coalesce(json_agg(json_build_object('id', t.id, 'deed', t.deed, 'state', t.state,
          'dueAt', t.due_at) order by t.created_at desc), '[]') from hosting_tasks t
          where t.account_id = h.id) as tasks
      from hosting_accounts h join orders o on o.id = h.order_id
        left join hosting_servers s on s.id = h.server_id where h.id::text = ${id}`,
  )
  return row ?? null
}

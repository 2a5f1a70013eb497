import type { Payload } from 'payload'

import type { WorkCalendar } from '../../kernel/time'

import { newId, type SQL, sql } from '../../kernel/payload'
import { type FulfilmentKind, isFulfilmentKind, kindOf } from '../kinds'
import { resolvePledges } from '../rules'
import { fulfilmentRuntime } from '../runtime'

/** What of a paid item decides about its delivery. */
export type PaidItem = { id: string; kind: string }

const toRow = (args: {
  calendar: WorkCalendar
  item: { id: string; kind: FulfilmentKind }
  now: Date
  payload: Payload
}): Record<string, unknown> => {
  const { calendar, item, now, payload } = args
  const { checklist, machine } = kindOf(item.kind)
  const pledges = fulfilmentRuntime.get(payload).pledges[item.kind]
  const { deliverBy, startBy } = resolvePledges({ calendar, now, pledges })
  return {
    checklist,
    deliver_by: deliverBy,
    id: newId(),
    kind: item.kind,
    order_item_id: item.id,
    start_by: startBy,
    state: machine.initial,
  }
}

const COLUMNS = sql.raw(`id uuid, order_item_id uuid, kind text, state text, start_by timestamptz,
  deliver_by timestamptz, checklist jsonb`)

/**
 * Statement that begins the deliveries of an order that was just paid: one per item of a kind that
 * is delivered by people, and none a second time. Null when the order has no such item.
 */
export const buildFulfilments = (args: {
  calendar: WorkCalendar
  items: readonly PaidItem[]
  now: Date
  orderId: string
  payload: Payload
}): null | SQL => {
  const { calendar, items, now, orderId, payload } = args
  const rows = items.flatMap(({ id, kind }) =>
    isFulfilmentKind(kind) ? [toRow({ calendar, item: { id, kind }, now, payload })] : [],
  )
  const at = now.toISOString()
  const kinds = items.map(({ kind }) => kind)
  const job = fulfilmentRuntime.get(payload).alsoBegin?.({ kinds, orderId })
  // Compared, so that it is evaluated: once, since nothing in it is of a row.
  const along = job ? sql`where (select count(j.job) from (select ${job} as job) j) >= 0` : sql``
  return rows.length === 0
    ? null
    : sql`insert into fulfilments (id, order_id, order_item_id, kind, state, start_by, deliver_by,
          due_at, checklist, created_at, updated_at)
        select r.id, ${orderId}::uuid, r.order_item_id, r.kind, r.state, r.start_by, r.deliver_by,
          r.start_by, r.checklist, ${at}::timestamptz, ${at}::timestamptz
        from json_to_recordset(${JSON.stringify(rows)}::json) as r (${COLUMNS}) ${along}
        on conflict (order_item_id) do nothing`
}

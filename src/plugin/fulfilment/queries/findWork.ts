import type { Payload } from 'payload'

import type { FulfilmentKind } from '../kinds'

import { queryRows, type SQL, sql } from '../../kernel/payload'

/** One paid item that somebody has to do something about. */
export type WorkItem = {
  assignee: null | string
  assigneeName: null | string
  customerName: string
  dueAt: string
  id: string
  kind: FulfilmentKind
  number: string
  orderId: string
  quantity: number
  state: string
  title: string
}

/** A part of the list, and how long it is. */
export type Work = { items: WorkItem[]; late: number; total: number }

/** Deliveries that are promised and not kept yet; what is with the customer is none of them. */
const PROMISED = sql`f.due_at is not null`

const selectItems = (args: { limit: number; offset: number; where: SQL }): SQL => sql`(
  select coalesce(json_agg(w), '[]') from (
    select f.id, f.kind, f.state, f.due_at as "dueAt", f.assignee_id as assignee,
      coalesce(s.name, s.email) as "assigneeName", f.order_id as "orderId", o.number,
      o.customer_name as "customerName", i.title, i.quantity
    from (select * from fulfilments f where ${args.where} order by f.due_at, f.id
        limit ${args.limit} offset ${args.offset}) f
      join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
      left join staff s on s.id = f.assignee_id
    order by f.due_at, f.id) w)`

/**
 * What has to be done, what breaks its promise first at the top. One statement. Whoever calls has
 * checked that it is for admins.
 */
export const findWork = async (args: {
  /** Only what this member of staff looks after. */
  assignee?: string | undefined
  limit: number
  now: Date
  offset?: number
  payload: Payload
}): Promise<Work> => {
  const { assignee, limit, now, offset = 0, payload } = args
  const where = assignee ? sql`${PROMISED} and f.assignee_id = ${assignee}::uuid` : PROMISED
  const [work] = await queryRows<Work>(
    payload,
    sql`select ${selectItems({ limit, offset, where })} as items, c.total, c.late
      from (select count(*)::int as total,
          (count(*) filter (where f.due_at <= ${now.toISOString()}))::int as late
        from fulfilments f where ${where}) c`,
  )
  return work ?? { items: [], late: 0, total: 0 }
}

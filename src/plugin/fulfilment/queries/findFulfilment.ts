import type { Payload } from 'payload'

import type { Post } from '../../conversations'
import type { FulfilmentKind } from '../kinds'
import type { ChecklistItem } from '../rules'

import { WORKERS } from '../../staff'
import { queryRows, sql } from '../../kernel/payload'
import { selectQuestions } from '../questions/thread'

/** One change of state, with its cause. */
export type WorkStep = {
  actor: string
  assignee: null | string
  at: string
  event: string
  reason: null | string
}

/** Everything that staff want to see of one delivery. */
export type PanelFulfilment = {
  assignee: null | string
  checklist: ChecklistItem[]
  createdAt: string
  customerName: string
  deliverBy: string
  deliveredAt: null | string
  dueAt: null | string
  email: string
  followUpUntil: null | string
  history: WorkStep[]
  id: string
  kind: FulfilmentKind
  nextFollowUpAt: null | string
  notes: null | string
  number: string
  orderId: string
  phone: string
  posts: Post[]
  quantity: number
  /** Reminders that were sent about it. */
  reminders: { at: string; event: string; id: string; name: string }[]
  /** Who may be given it. */
  staff: { id: string; name: string }[]
  startBy: string
  startedAt: null | string
  state: string
  title: string
}

const HISTORY = sql`(select coalesce(json_agg(json_build_object('at', t.at, 'event', t.event,
    'reason', t.reason, 'assignee', t.metadata->>'assignee',
    'actor', coalesce(t.actor_label, t.actor_role)) order by t.seq desc), '[]')
  from transitions t where t.machine = f.kind and t.subject = f.id::text)`

const REMINDERS = sql`(select coalesce(json_agg(json_build_object('id', n.id, 'event', n.event,
    'name', n.recipient_name, 'at', coalesce(n.sent_at, n.created_at)) order by n.created_at desc), '[]')
  from notifications n where n.subject_id = f.order_id::text and n.event like 'item.%'
    and n.step like f.id::text || '/%')`

/** A delivery as staff see it, in one statement. Whoever calls has checked that it is staff. */
export const findFulfilment = async (
  payload: Payload,
  id: string,
): Promise<null | PanelFulfilment> => {
  const [row] = await queryRows<PanelFulfilment>(
    payload,
    sql`select f.id, f.kind, f.state, f.checklist, f.assignee_id as assignee, f.order_id as "orderId",
      f.start_by as "startBy", f.deliver_by as "deliverBy", f.due_at as "dueAt",
      f.started_at as "startedAt", f.delivered_at as "deliveredAt",
      f.follow_up_until as "followUpUntil", f.next_follow_up_at as "nextFollowUpAt", f.created_at as "createdAt", i.title,
      i.quantity::int as quantity, o.number, o.customer_name as "customerName", o.email, o.phone,
      o.notes, ${selectQuestions(sql`f.id`)} as posts, ${HISTORY} as history, ${REMINDERS} as reminders, ${WORKERS} as staff
    from fulfilments f join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
    where f.id = ${id}`,
  )
  return row ?? null
}

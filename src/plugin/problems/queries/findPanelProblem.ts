import type { Payload } from 'payload'

import type { ContactWay, ProblemKind, ProblemState } from '../rules'

import { type StoredFile, selectFiles } from '../../attachments'
import { type Post, selectPosts } from '../../conversations'
import { queryRows, sql } from '../../kernel/payload'
import { WORKERS } from '../../staff'

/** One change of state, with its cause. */
export type ProblemStep = {
  actor: string
  assignee: null | string
  at: string
  event: string
  item: null | string
  reason: null | string
}

/** What Duitku told us about a payment of the order. */
export type CallbackFact = {
  at: string
  id: string
  merchantOrderId: string
  processedAt: null | string
}

/** One line of the books of the order. */
export type BookLine = { account: string; amount: number; at: string; id: string; kind: string }

/** Everything that staff want to see of one report. */
export type PanelProblem = {
  assignee: null | string
  assigneeName: null | string
  books: BookLine[]
  callbacks: CallbackFact[]
  contact: ContactWay
  createdAt: string
  customerId: null | string
  email: string
  files: StoredFile[]
  history: ProblemStep[]
  id: string
  locale: string
  name: string
  number: string
  orderId: null | string
  orderNumber: null | string
  phone: null | string
  posts: Post[]
  replyBy: null | string
  /** Who may be given it. */
  staff: { id: string; name: string }[]
  state: ProblemState
  token: string
  typedOrder: null | string
  what: ProblemKind
}

const HISTORY = sql`(select coalesce(json_agg(json_build_object('at', t.at, 'event', t.event,
    'reason', t.reason, 'item', t.metadata->>'item',
    'assignee', t.metadata->>'assignee',
    'actor', coalesce(t.actor_label, t.actor_role)) order by t.seq desc), '[]')
  from transitions t where t.machine = 'problem' and t.subject = p.id::text)`

const CALLBACKS = sql`(select coalesce(json_agg(json_build_object('id', e.id, 'at', e.created_at,
    'merchantOrderId', e.merchant_order_id, 'processedAt', e.processed_at)
    order by e.created_at desc), '[]')
  from payment_events e join payments y on y.merchant_order_id = e.merchant_order_id
  where y.order_id = p.order_id)`

const BOOKS = sql`(select coalesce(json_agg(json_build_object('id', l.id, 'at', l.created_at,
    'kind', l.kind, 'account', l.account, 'amount', l.amount) order by l.created_at, l.id), '[]')
  from ledger_entries l where l.order_id = p.order_id)`

/** A report as staff see it, in one statement. Whoever calls has checked that it is staff. */
export const findPanelProblem = async (
  payload: Payload,
  id: string,
): Promise<null | PanelProblem> => {
  const [row] = await queryRows<PanelProblem>(
    payload,
    sql`select p.id, p.number, p.state, p.what, p.name, p.email, p.phone, p.contact, p.locale,
      p.token, p.order_id as "orderId", p.typed_order as "typedOrder",
      (select o.number from orders o where o.id = p.order_id) as "orderNumber",
      p.customer_id::text as "customerId", p.assignee_id as assignee,
      coalesce(s.name, s.email) as "assigneeName", p.reply_by as "replyBy",
      p.created_at as "createdAt", ${selectPosts('problem', sql`p.id`)} as posts,
      ${selectFiles('problem', sql`p.id`)} as files, ${HISTORY} as history,
      ${CALLBACKS} as callbacks, ${BOOKS} as books, ${WORKERS} as staff
    from problems p left join staff s on s.id = p.assignee_id where p.id = ${id}`,
  )
  return row ?? null
}

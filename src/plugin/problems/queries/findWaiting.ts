import type { Payload } from 'payload'

import type { ProblemKind, ProblemState } from '../rules'

import { queryRows, type SQL, sql } from '../../kernel/payload'

/** A report in a list. */
export type ProblemLine = {
  assignee: null | string
  assigneeName: null | string
  /** The beginning of what was written last. */
  excerpt: string
  id: string
  name: string
  number: string
  orderNumber: null | string
  /** ISO instant; null when nothing is promised. */
  replyBy: null | string
  state: ProblemState
  what: ProblemKind
}

/** A part of the list, and how long it is. */
export type WaitingProblems = { items: ProblemLine[]; late: number; total: number }

const PROMISED = sql`p.reply_by is not null`

const select = (args: { limit: number; offset: number; where: SQL }): SQL => sql`(
  select coalesce(json_agg(w), '[]') from (
    select p.id, p.number, p.state, p.what, p.name, p.reply_by as "replyBy",
      p.assignee_id as assignee, coalesce(s.name, s.email) as "assigneeName",
      o.number as "orderNumber", coalesce((select left(c.body, 200) from conversation_posts c
        where c.subject_kind = 'problem' and c.subject_id = p.id::text and c.author_kind = 'customer'
        order by c.seq desc limit 1), '') as excerpt
    from (select * from problems p where ${args.where} order by p.reply_by, p.id
        limit ${args.limit} offset ${args.offset}) p
      left join orders o on o.id = p.order_id left join staff s on s.id = p.assignee_id
    order by p.reply_by, p.id) w)`

/**
 * Reports to which something is owed, what breaks its promise first at the top. One statement. Whoever
 * calls has checked that it is for admins.
 */
export const findWaiting = async (args: {
  /** Only what this member of staff looks after. */
  assignee?: string | undefined
  limit: number
  now: Date
  offset?: number
  payload: Payload
}): Promise<WaitingProblems> => {
  const { assignee, limit, now, offset = 0, payload } = args
  const where = assignee ? sql`${PROMISED} and p.assignee_id = ${assignee}::uuid` : PROMISED
  const [row] = await queryRows<WaitingProblems>(
    payload,
    sql`select ${select({ limit, offset, where })} as items, c.total, c.late
      from (select count(*)::int as total,
          (count(*) filter (where p.reply_by <= ${now.toISOString()}))::int as late
        from problems p where ${where}) c`,
  )
  return row ?? { items: [], late: 0, total: 0 }
}

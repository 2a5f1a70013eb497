import type { Payload } from 'payload'

import type { WorkCalendar } from '../../kernel/time'
import type { Endangered } from './messages'

import { queryRows, runInTransaction, sql, statementsOn, type Tx } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { addWorkingTime, isWorkingTime } from '../../kernel/time'
import { queueMessages, type ReasonCheck } from '../../notifications'
import { findCalendar } from '../holidays/calendar'
import { resolveStage } from '../rules'
import { fulfilmentRuntime } from '../runtime'
import { buildReminders, readStep } from './messages'

const BATCH = 200

type Row = Omit<Endangered, 'dueAt' | 'stage'> & { dueAt: Date | string }

/** Deliveries whose deadline lies before `horizon` and of which this stage was not told yet. */
const findEndangered = (
  tx: Pick<Tx, 'rows'>,
  { horizon, now }: { horizon: Date; now: Date },
): Promise<Row[]> =>
  tx.rows<Row>(sql`
    select f.id, f.kind, f.state, f.due_at as "dueAt", f.order_id as "orderId", i.title, o.number,
      o.customer_name as "customerName", case when s.role in ('admin', 'owner') then
        json_build_object('address', s.email, 'name', coalesce(s.name, s.email)) end as assignee
    from fulfilments f join order_items i on i.id = f.order_item_id join orders o on o.id = f.order_id
      left join staff s on s.id = f.assignee_id
    where f.due_at <= ${horizon.toISOString()} and f.reminded is distinct from
      case when f.due_at <= ${now.toISOString()} then 'late' else 'soon' end
    order by f.due_at, f.id limit ${BATCH}`)

/**
 * Notes the stage and queues its mails, both or neither. Whoever is second finds it noted; the
 * outbox would not take a mail twice anyway.
 */
const remindOf = (payload: Payload, item: Endangered): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { dueAt, id, stage } = item
    const noted = await tx.rows(sql`
      update fulfilments set reminded = ${stage} where id = ${id}
        and due_at = ${dueAt.toISOString()} and reminded is distinct from ${stage} returning id`)
    if (noted.length > 0) {
      await queueMessages({ messages: await buildReminders(tx, item), tx })
    }
  })

const remindAll = async (args: {
  calendar: WorkCalendar
  now: Date
  payload: Payload
}): Promise<void> => {
  const { calendar, now, payload } = args
  const { remindHours } = fulfilmentRuntime.get(payload)
  const horizon = addWorkingTime(now, remindHours, calendar)
  const rows = await findEndangered(statementsOn(payload), { horizon, now })
  await doEach(rows, async (row) => {
    const dueAt = new Date(row.dueAt)
    const stage = resolveStage({ dueAt, horizon, now })
    if (stage) {
      await remindOf(payload, { ...row, dueAt, stage })
    }
  })
}

/**
 * Reminds of deadlines that come near or have passed: once before and once after each, and after a
 * standstill only what is true now. Nobody is reminded outside the hours of work.
 */
export const remind = async (args: { now: Date; payload: Payload }): Promise<void> => {
  const { now, payload } = args
  const calendar = await findCalendar({ payload, ...statementsOn(payload) }, now)
  if (isWorkingTime(now, calendar)) {
    await remindAll({ calendar, now, payload })
  }
}

/** A reminder is stale once somebody has done what it reminds of: its deadline is another one then. */
export const isStillDue: ReasonCheck = async ({ notification, payload }) => {
  const { dueAt, id } = readStep(notification.step)
  const rows = await queryRows(
    payload,
    sql`select id from fulfilments where id = ${id} and due_at = ${dueAt.toISOString()}`,
  )
  return rows.length > 0
}

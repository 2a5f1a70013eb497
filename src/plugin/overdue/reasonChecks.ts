import type { ReasonCheck } from '../notifications'

import { queryRows, sql } from '../kernel/payload'
import { clock, wibDayOf } from '../kernel/time'

/** A reminder names its debt at the head of its step: it is stale once that debt is settled. */
const isStillOwed: ReasonCheck = async ({ notification, payload }) => {
  const seq = Number(notification.step.split(':')[0])
  const rows = await queryRows(
    payload,
    sql`select id from instalments where order_id::text = ${notification.subjectId}
      and seq = ${Number.isInteger(seq) ? seq : 0} and state = 'open'`,
  )
  return rows.length > 0
}

/** A claim is stale once nothing is overdue. */
const isStillOverdue: ReasonCheck = async ({ notification, payload }) => {
  const rows = await queryRows(
    payload,
    sql`select n.id from instalments n join orders o on o.id = n.order_id
      where n.order_id::text = ${notification.subjectId} and o.state <> 'cancelled'
        and n.state = 'open' and n.kind <> 'lateFee' and n.due_on < ${wibDayOf(clock.now())} limit 1`,
  )
  return rows.length > 0
}

/** Whether the reason for a message still holds, right before it leaves: paying stops it. */
export const overdueReasons = {
  'chance.broken': isStillOverdue,
  'instalment.dueToday': isStillOwed,
  'instalment.issued': isStillOwed,
  'instalment.late': isStillOverdue,
  'instalment.reminder': isStillOwed,
  'overdue.choice': isStillOverdue,
  'overdue.escalated': isStillOverdue,
  'overdue.notice': isStillOverdue,
  'overdue.warning': isStillOverdue,
} as const

import type { Actor, FiredEvent, TransitionNote, Tx } from '../../kernel/payload'
import type { EventOf } from '../../kernel/machine'
import type { LockedProblem } from './lockProblem'

import { findCalendar } from '../../fulfilment'
import { fireEvent, type SQL, sql } from '../../kernel/payload'
import { addWorkingTime, clock } from '../../kernel/time'
import { problemMachine } from '../machine'
import { isInTime } from '../rules'
import { problemsRuntime } from '../runtime'

type ProblemEvent = EventOf<typeof problemMachine>

/** One event on a report that is under lock. */
export type ProblemMove = {
  actor: Actor
  /** Who looks after it from now on; whoever acts, when it is not said and nobody does. */
  assignee?: null | string
  event: ProblemEvent
  note?: TransitionNote
  problem: LockedProblem
  /** Until when something else is promised, in place of an answer. */
  promisedBy?: Date | null
  seen?: string | undefined
  tx: Tx
}

/** By when somebody who writes now has an answer. */
export const findReplyBy = async (tx: Tx, now: Date): Promise<Date> => {
  const { replyHours } = problemsRuntime.get(tx.payload)
  return addWorkingTime(now, replyHours, await findCalendar(tx, now))
}

/** What the shop owes after the event: an answer, something else, or nothing. */
const resolveReplyBy = async (move: ProblemMove): Promise<Date | null> => {
  const { event, problem, promisedBy, tx } = move
  switch (event) {
    case 'answer':
    case 'resend':
    case 'resolve':
      return null
    case 'assign':
    case 'release':
      return problem.replyBy
    default:
      // Who writes again does not wait longer for it.
      return promisedBy ?? problem.replyBy ?? (await findReplyBy(tx, clock.now()))
  }
}

const columnsOf = async (move: ProblemMove): Promise<SQL> => {
  const { actor, event } = move
  const due = (await resolveReplyBy(move))?.toISOString() ?? null
  const now = clock.now().toISOString()
  const isTaken = event === 'take' || (actor.role !== 'customer' && !move.problem.assignee)
  const { assignee = isTaken ? (actor.id ?? null) : move.problem.assignee } = move
  return sql.join(
    [
      sql`reply_by = ${due}`,
      // Another promise has reminders of its own, and so has another assignee.
      sql`reminded = case when reply_by is not distinct from ${due}::timestamptz
        and ${event !== 'assign'} then reminded end`,
      ...(event === 'resolve' ? [sql`resolved_at = ${now}`] : []),
      ...(event === 'reopen' ? [sql`resolved_at = null`] : []),
      sql`assignee_id = ${assignee}`,
    ],
    sql`, `,
  )
}

/**
 * Fires one event on a report that is under lock, and moves its promise with it. Whoever of the staff
 * does something about a report that is nobody's looks after it from then on.
 *
 * @throws DomainError `event.notAllowed`, `event.notPermitted`, `event.guardRefused`,
 * `transition.conflict`
 */
export const fireProblem = async (move: ProblemMove): Promise<FiredEvent> => {
  const { actor, event, note, problem, seen, tx } = move
  const { reopenDays: days } = problemsRuntime.get(tx.payload)
  const { resolvedAt } = problem
  const canReopen = actor.role !== 'customer' || isInTime({ days, now: clock.now(), resolvedAt })
  return fireEvent({
    actor,
    event,
    facts: { isInTime: canReopen },
    id: problem.id,
    locked: problem.state,
    machine: problemMachine,
    ...(note ? { note } : {}),
    seen,
    set: await columnsOf(move),
    table: 'problems',
    tx,
  })
}

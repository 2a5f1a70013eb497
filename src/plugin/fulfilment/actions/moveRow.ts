import type { Actor, FiredEvent, TransitionNote, Tx } from '../../kernel/payload'
import type { ChecklistItem, Clocks } from '../rules'

import { DomainError } from '../../kernel/errors'
import { findMove } from '../../kernel/machine'
import { fireEvent, type SQL, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { findCalendar } from '../holidays/calendar'
import { type FulfilmentKind, getStep, kindOf } from '../kinds'
import { findUnchecked, resolveClocks } from '../rules'
import { fulfilmentRuntime } from '../runtime'

/** A delivery under lock. */
export type LockedFulfilment = {
  /** Account and name of whoever looks after it. */
  assignee: null | string
  assigneeName: null | string
  checklist: ChecklistItem[]
  deliverBy: Date | string
  id: string
  kind: FulfilmentKind
  orderId: string
  startBy: Date | string
  state: string
}

/** A move of one delivery that is under lock. */
export type RowMove = {
  actor: Actor
  event: string
  note?: TransitionNote
  row: LockedFulfilment
  /** The state that whoever asks has before him. */
  seen?: string | undefined
  /** Further columns to write, such as the assignee. */
  set?: SQL
  tx: Tx
}

/**
 * Locks a delivery, its order first, and reads it.
 *
 * @throws DomainError `notFound`
 */
export const lockFulfilment = async (tx: Tx, id: string): Promise<LockedFulfilment> => {
  const [found] = await tx.rows<{ orderId: string }>(
    sql`select order_id as "orderId" from fulfilments where id = ${id}`,
  )
  if (!found) {
    throw new DomainError('notFound')
  }
  await fulfilmentRuntime.get(tx.payload).owner.lock(tx, found.orderId)
  const [row] = await tx.rows<LockedFulfilment>(
    sql`select f.id, f.kind, f.state, f.order_id as "orderId", f.assignee_id as assignee,
        coalesce(s.name, s.email) as "assigneeName", f.start_by as "startBy",
        f.deliver_by as "deliverBy", f.checklist
      from fulfilments f left join staff s on s.id = f.assignee_id
      where f.id = ${id} for update of f`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  return row
}

const toSet = (clocks: Clocks): SQL => {
  const columns: Record<string, Date | null | undefined> = {
    deliver_by: clocks.deliverBy,
    delivered_at: clocks.deliveredAt,
    due_at: clocks.dueAt,
    follow_up_until: clocks.followUpUntil,
    started_at: clocks.startedAt,
  }
  const parts = Object.entries(columns)
    .filter(([, at]) => at !== undefined)
    .map(([column, at]) => sql`${sql.identifier(column)} = ${at?.toISOString() ?? null}`)
  const due = clocks.dueAt?.toISOString() ?? null
  // Another deadline has reminders of its own.
  const reminded = sql`reminded = case when due_at is not distinct from ${due}::timestamptz
    then reminded end`
  return sql.join([...parts, reminded], sql`, `)
}

/** What the move does to the clocks; nothing when the table has no such move. */
const findClocks = async ({ event, row, tx }: RowMove): Promise<SQL | undefined> => {
  const move = findMove({ event, from: row.state, machine: kindOf(row.kind).machine })
  if (!move || move.to === row.state) {
    return undefined
  }
  const now = clock.now()
  const clocks = resolveClocks({
    calendar: await findCalendar(tx, now),
    from: getStep(row.kind, row.state),
    now,
    pledges: fulfilmentRuntime.get(tx.payload).pledges[row.kind],
    row: { deliverBy: new Date(row.deliverBy), startBy: new Date(row.startBy) },
    to: getStep(row.kind, move.to),
  })
  return toSet(clocks)
}

/** Two press at once: who comes second is told who was first. */
const assertFree = ({ actor, row, seen }: RowMove): void => {
  const { assignee, assigneeName, state } = row
  if (seen === 'new' && state !== seen && assigneeName && assignee !== actor.id) {
    throw new DomainError('fulfilment.taken', { name: assigneeName })
  }
}

/**
 * Fires one event on a delivery that is under lock, and moves its clocks with it.
 *
 * @throws DomainError `fulfilment.taken`, `event.notAllowed`, `event.notPermitted`,
 * `event.guardRefused`, `transition.conflict`
 */
export const moveRow = async (move: RowMove): Promise<FiredEvent> => {
  const { actor, event, note, row, seen, set, tx } = move
  assertFree(move)
  const parts = [await findClocks(move), set].filter((part) => part !== undefined)
  return fireEvent({
    actor,
    event,
    facts: { unchecked: findUnchecked(row.checklist) },
    id: row.id,
    locked: row.state,
    machine: kindOf(row.kind).machine,
    ...(note ? { note } : {}),
    seen,
    ...(parts.length > 0 ? { set: sql.join(parts, sql`, `) } : {}),
    table: 'fulfilments',
    tx,
  })
}

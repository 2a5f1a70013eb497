import type { Actor, FiredEvent, TransitionNote, Tx } from '../../kernel/payload'
import type { ChecklistItem } from '../rules'

import { DomainError } from '../../kernel/errors'
import { fireEvent, type SQL, sql } from '../../kernel/payload'
import { type FulfilmentKind, kindOf } from '../kinds'
import { findUnchecked } from '../rules'
import { fulfilmentRuntime } from '../runtime'
import { moveClocks } from './moveClocks'

/** A delivery under lock. */
export type LockedFulfilment = {
  /** Account and name of whoever looks after it. */
  assignee: null | string
  assigneeName: null | string
  checklist: ChecklistItem[]
  deliverBy: Date | string
  followUpUntil: Date | null | string
  /** Whether the days for questions were extended already. */
  hasExtended: boolean
  /** Whether the customer will be asked how it went. */
  hasFollowUp: boolean
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

/** What is read of a delivery `f` under lock, with its assignee `s`. */
const LOCKED = sql`f.id, f.kind, f.state, f.order_id as "orderId", f.assignee_id as assignee,
  coalesce(s.name, s.email) as "assigneeName", f.start_by as "startBy",
  f.deliver_by as "deliverBy", f.checklist, f.follow_up_until as "followUpUntil",
  f.next_follow_up_at is not null as "hasFollowUp",
  exists (select 1 from transitions t where t.machine = f.kind
    and t.subject = f.id::text and t.event = 'extend') as "hasExtended"
  from fulfilments f left join staff s on s.id = f.assignee_id`

/** Locks and reads what an order has of deliveries that are not off; the caller holds the order. */
export const lockLive = (tx: Tx, orderId: string): Promise<LockedFulfilment[]> =>
  tx.rows<LockedFulfilment>(
    sql`select ${LOCKED} where f.order_id = ${orderId} and f.state <> 'cancelled'
      order by f.id for update of f`,
  )

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
    sql`select ${LOCKED} where f.id = ${id} for update of f`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  return row
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
  const desk = fulfilmentRuntime.get(tx.payload).desks[row.kind]
  const parts = [...(await moveClocks(move)), ...(set ? [set] : [])]
  const fired = await fireEvent({
    actor,
    event,
    facts: {
      hasExtended: row.hasExtended,
      hasFollowUp: row.hasFollowUp,
      unchecked: findUnchecked(row.checklist),
      ...(await desk?.findFacts?.(tx, row)),
    },
    id: row.id,
    locked: row.state,
    machine: kindOf(row.kind).machine,
    ...(note ? { note } : {}),
    seen,
    ...(parts.length > 0 ? { set: sql.join(parts, sql`, `) } : {}),
    table: 'fulfilments',
    tx,
  })
  await desk?.follow?.(tx, { ...fired, actor, event, reason: note?.reason, row })
  return fired
}

import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Machine, Move, Role } from '../machine'
import type { Tx } from './transaction'

import { DomainError } from '../errors'
import { findMove } from '../machine'
import { clock } from '../time'
import { newId } from './ids'

/** Who causes a transition; `id` of a staff member or customer, `label` as the timeline shows it. */
export type Actor = { id?: string; label?: string; role: Role }

/** The shop's own processes. */
export const SYSTEM: Actor = { label: 'sistem', role: 'system' }

/** What a transition row keeps beside the states. */
export type TransitionNote = { metadata?: Record<string, unknown>; reason?: string }

type TransitionRow = TransitionNote & {
  actor: Actor
  event: string
  from: string
  machine: string
  /** Given for a new row; otherwise the next one, read under the row's lock. */
  seq?: number
  subject: string
  to: string
}

/** A statement of its own, after the lock: its snapshot sees what the lock's last holder committed. */
const nextSeq = (row: TransitionRow): SQL => sql`(select coalesce(max(seq), 0) + 1 from transitions
  where machine = ${row.machine} and subject = ${row.subject})`

/** Statement part that inserts one transition row; unique on (machine, subject, seq). */
const insertTransition = (row: TransitionRow): SQL => sql`
  insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role,
    actor_id, actor_label, reason, metadata, at, created_at, updated_at)
  values (${newId()}, ${row.machine}, ${row.subject}, ${row.seq ?? nextSeq(row)}, ${row.event}, ${row.from},
    ${row.to}, ${row.actor.role}, ${row.actor.id ?? null}, ${row.actor.label ?? null},
    ${row.reason ?? null}, ${JSON.stringify(row.metadata ?? {})}::jsonb, ${clock.now().toISOString()},
    now(), now())`

/** The move for `event`, or a refusal that names what was wrong. */
const getMove = (args: {
  actor: Actor
  event: string
  facts: unknown
  from: string
  machine: Machine
}): Move => {
  const { actor, event, from, machine } = args
  const move = findMove({ event, from, machine })
  if (!move) {
    throw new DomainError('event.notAllowed', { event, machine: machine.name, state: from })
  }
  if (!move.by.includes(actor.role)) {
    throw new DomainError('event.notPermitted', { event, machine: machine.name })
  }
  const verdict = move.when ? move.when({ state: from }, args.facts) : true
  if (verdict !== true) {
    throw new DomainError('event.guardRefused', { event, reason: verdict })
  }
  return move
}

/** What came of an event; `effects` are the follow-ups that the table names. */
export type FiredEvent = { effects: readonly string[]; from: string; to: string }

/**
 * Fires one event on one row: locks it, finds the move, checks actor and guard, inserts the
 * transition and writes the state, all in the caller's transaction. It is the only writer of states.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`, `event.guardRefused`,
 * `transition.conflict`
 */
export const fireEvent = async (args: {
  actor: Actor
  event: string
  facts?: unknown
  id: string
  machine: Machine
  note?: TransitionNote
  /** The state that whoever asks has before him; another one is refused as a conflict. */
  seen?: string | undefined
  /** Further columns to write in the same statement, e.g. ``sql`paid_at = ${now}` ``. */
  set?: SQL
  table: string
  tx: Tx
}): Promise<FiredEvent> => {
  const { actor, event, facts, id, machine, tx } = args
  const table = sql.identifier(args.table)
  const [row] = await tx.rows<{ state: string }>(
    sql`select state::text as state from ${table} where id = ${id} for update`,
  )
  if (!row) {
    throw new DomainError('notFound', { subject: machine.name })
  }
  if (args.seen !== undefined && args.seen !== row.state) {
    throw new DomainError('transition.conflict', { state: row.state })
  }
  const move = getMove({ actor, event, facts, from: row.state, machine })
  const transition = insertTransition({
    actor,
    event,
    from: row.state,
    machine: machine.name,
    subject: id,
    to: move.to,
    ...args.note,
  })
  await tx.rows(sql`with moved as (${transition})
    update ${table} set state = ${move.to}, updated_at = ${clock.now().toISOString()}
    ${args.set ? sql`, ${args.set}` : sql``} where id = ${id}`)
  return { effects: move.then ?? [], from: row.state, to: move.to }
}

/**
 * Walks a new row's first events through the table, for the statement that inserts the row.
 * Returns its state and one `with` part per transition.
 */
export const buildFirstEvents = (args: {
  actor: Actor
  events: readonly string[]
  facts?: unknown
  /** Where an earlier part of the same walk ended; the machine's initial state when absent. */
  from?: { seq: number; state: string }
  id: string
  machine: Machine
}): { state: string; transitions: SQL[] } => {
  const transitions: SQL[] = []
  let state: string = args.from?.state ?? args.machine.initial
  for (const event of args.events) {
    const move = getMove({ ...args, event, facts: args.facts, from: state })
    const seq = (args.from?.seq ?? 0) + transitions.length + 1
    transitions.push(
      insertTransition({
        actor: args.actor,
        event,
        from: state,
        machine: args.machine.name,
        seq,
        subject: args.id,
        to: move.to,
      }),
    )
    state = move.to
  }
  return { state, transitions }
}

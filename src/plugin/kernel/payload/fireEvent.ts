import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Machine, Move } from '../machine'
import type { Tx } from './transaction'

import { DomainError } from '../errors'
import { findMove } from '../machine'
import { clock } from '../time'
import {
  type Actor,
  insertTransition,
  type TransitionNote,
  type TransitionRow,
} from './transitionRow'

type MoveQuery = {
  actor: Actor
  event: string
  facts?: unknown
  from: string
  machine: Machine
}

/** The move for `event`, or a refusal that names what was wrong. */
const judgeMove = (args: MoveQuery): DomainError | Move => {
  const { actor, event, from, machine } = args
  const move = findMove({ event, from, machine })
  if (!move) {
    return new DomainError('event.notAllowed', { event, machine: machine.name, state: from })
  }
  if (!move.by.includes(actor.role)) {
    return new DomainError('event.notPermitted', { event, machine: machine.name })
  }
  const verdict = move.when ? move.when({ state: from }, args.facts) : true
  return verdict === true ? move : new DomainError('event.guardRefused', { event, reason: verdict })
}

const getMove = (args: MoveQuery): Move => {
  const move = judgeMove(args)
  if (move instanceof DomainError) {
    throw move
  }
  return move
}

/** What came of an event; `effects` are the follow-ups that the table names. */
export type FiredEvent = { effects: readonly string[]; from: string; to: string }

/** One event on one row. */
export type EventSpec = {
  actor: Actor
  /** Statements that write, each a `with` part of the one that moves the row; all or none happen. */
  along?: readonly SQL[]
  event: string
  facts?: unknown
  id: string
  machine: Machine
  note?: TransitionNote
  /** Further columns to write in the same statement, e.g. ``sql`paid_at = ${now}` ``. */
  set?: SQL
  table: string
}

const rowOf = (spec: EventSpec, from: string, to: string): TransitionRow => ({
  actor: spec.actor,
  event: spec.event,
  from,
  machine: spec.machine.name,
  subject: spec.id,
  to,
  ...spec.note,
})

const updateState = (spec: EventSpec, to: string): SQL => sql`
  update ${sql.identifier(spec.table)} set state = ${to}, updated_at = ${clock.now().toISOString()}
    ${spec.set ? sql`, ${spec.set}` : sql``} where id = ${spec.id}`

const alongside = (parts: readonly SQL[] = []): SQL =>
  sql.join(
    parts.map((part, index) => sql`, ${sql.identifier(`along_${index}`)} as (${part})`),
    sql``,
  )

/**
 * Fires one event on a row that is believed to be in state `from`, in one statement: it moves the row
 * if, once it has the row's lock, the row is still there. Undefined when it is not, or when the table
 * refuses; nothing has happened then and `fireEvent` finds out what is true. Needs no transaction.
 * `along` parts are written whether or not the row moves, so they need one: see `fireEvent`.
 */
export const fireEventAtOnce = async (
  args: { from: string; tx: Pick<Tx, 'rows'> } & Omit<EventSpec, 'along'>,
): Promise<FiredEvent | undefined> => {
  const { from, tx, ...spec } = args
  const move = judgeMove({ ...spec, from })
  if (move instanceof DomainError) {
    return undefined
  }
  const moved = await tx.rows(sql`
    with moved as (${updateState(spec, move.to)} and state = ${from} returning id)
    ${insertTransition(rowOf(spec, from, move.to), sql`moved`)} returning seq`)
  return moved.length === 0 ? undefined : { effects: move.then ?? [], from, to: move.to }
}

const readState = async (tx: Tx, spec: EventSpec): Promise<string> => {
  const [row] = await tx.rows<{ state: string }>(
    sql`select state::text as state from ${sql.identifier(spec.table)}
      where id = ${spec.id} for update`,
  )
  if (!row) {
    throw new DomainError('notFound', { subject: spec.machine.name })
  }
  return row.state
}

/**
 * Fires one event on one row: locks it, finds the move, checks actor and guard, inserts the
 * transition and writes the state, all in the caller's transaction. It is the only writer of states.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`, `event.guardRefused`,
 * `transition.conflict`
 */
export const fireEvent = async (
  args: {
    /** The state under a lock that the caller holds: it need not be read again. */
    locked?: string
    /** The state that whoever asks has before him; another one is refused as a conflict. */
    seen?: string | undefined
    tx: Tx
  } & EventSpec,
): Promise<FiredEvent> => {
  const { locked, seen, tx, ...spec } = args
  const from = locked ?? (await readState(tx, spec))
  if (seen !== undefined && seen !== from) {
    throw new DomainError('transition.conflict', { state: from })
  }
  const move = getMove({ ...spec, from })
  const moved = await tx.rows(sql`
    with transition as (${insertTransition(rowOf(spec, from, move.to))}) ${alongside(spec.along)}
    ${updateState(spec, move.to)} and state = ${from} returning id`)
  if (moved.length === 0) {
    throw new Error(`${spec.machine.name} ${spec.id} has left "${from}" although it was locked`)
  }
  return { effects: move.then ?? [], from, to: move.to }
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
    const move = getMove({ ...args, event, from: state })
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

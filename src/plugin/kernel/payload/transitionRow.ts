import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Role } from '../machine'
import type { Tx } from './transaction'

import { clock } from '../time'
import { newId } from './ids'

/** Who causes a transition; `id` of a staff member or customer, `label` as the timeline shows it. */
export type Actor = { id?: string; label?: string; role: Role }

/** The shop's own processes. */
export const SYSTEM: Actor = { label: 'sistem', role: 'system' }

/** What a transition row keeps beside the states. */
export type TransitionNote = { metadata?: Record<string, unknown>; reason?: string }

/** One transition about to be written. */
export type TransitionRow = TransitionNote & {
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

/**
 * Statement part that inserts one transition row; unique on (machine, subject, seq). With a `source`,
 * one for each of its rows: none when it is empty.
 */
export const insertTransition = (row: TransitionRow, source?: SQL): SQL => sql`
  insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role,
    actor_id, actor_label, reason, metadata, at, created_at, updated_at)
  select ${newId()}::uuid, ${row.machine}, ${row.subject}, ${row.seq ?? nextSeq(row)}::numeric,
    ${row.event}, ${row.from}, ${row.to}, ${row.actor.role}, ${row.actor.id ?? null},
    ${row.actor.label ?? null}, ${row.reason ?? null}, ${JSON.stringify(row.metadata ?? {})}::jsonb,
    ${clock.now().toISOString()}::timestamptz, now(), now() ${source ? sql`from ${source}` : sql``}`

/**
 * Notes one event of several rows whose locks the caller holds, in one statement: for things that are
 * no machine, of which only what people did is history. Whoever changes the rows does so beside it.
 */
export const noteTransitions = async (
  args: { moves: readonly { from: string; subject: string }[]; tx: Pick<Tx, 'rows'> } & Pick<
    TransitionRow,
    'actor' | 'event' | 'machine' | 'to'
  >,
): Promise<void> => {
  const { actor, event, machine, moves, to, tx } = args
  const rows = JSON.stringify(moves.map((move) => ({ ...move, id: newId() })))
  await tx.rows(sql`
    insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role,
      actor_id, actor_label, metadata, at, created_at, updated_at)
    select m.id, ${machine}, m.subject, (select coalesce(max(t.seq), 0) + 1 from transitions t
        where t.machine = ${machine} and t.subject = m.subject),
      ${event}, m.from, ${to}, ${actor.role}, ${actor.id ?? null}, ${actor.label ?? null}, '{}'::jsonb,
      ${clock.now().toISOString()}::timestamptz, now(), now()
    from json_to_recordset(${rows}::json) as m (id uuid, subject text, "from" text)`)
}

import { sql } from '@payloadcms/db-postgres/drizzle'

/** A transition `t` as `SealedTransition` has it, one JSON value; for `select`. */
export const transitionJson = sql`json_build_object('id', t.id, 'machine', t.machine,
  'subject', t.subject, 'seq', t.seq::int, 'event', t.event, 'fromState', t.from_state,
  'toState', t.to_state, 'actorRole', t.actor_role, 'actorId', t.actor_id,
  'actorLabel', t.actor_label, 'reason', t.reason, 'metadata', t.metadata,
  'at', to_char(t.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`

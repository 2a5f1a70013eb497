/**
 * Tables of the sealed history, beside what Payload declares. A shop's migration runs these
 * statements after `GUARD_STATEMENTS`.
 */
export const HISTORY_STATEMENTS: readonly string[] = [
  `create table transition_seals (
    seq bigint primary key check (seq > 0),
    transition_id uuid not null unique,
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz not null default now())`,
  `create trigger transition_seals_append_only before update or delete on transition_seals
    for each row execute function lunas_refuse_change()`,
  `create trigger transition_seals_no_truncate before truncate on transition_seals
    for each statement execute function lunas_refuse_change()`,
  `create trigger transitions_no_truncate before truncate on transitions
    for each statement execute function lunas_refuse_change()`,
]

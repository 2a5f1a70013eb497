import { CONFIRMED_STATES, LIVE_STATES } from './states'

const words = (states: readonly string[]): string => states.map((each) => `'${each}'`).join(', ')

/**
 * What Payload's schema cannot say of agreements: one open SPK per order, numbers that are never used
 * again, files that stay as they came, and no money before the agreement. A shop's migration runs these
 * statements.
 */
export const SPK_STATEMENTS: readonly string[] = [
  `create unique index spks_one_per_order on spks (order_id) where state <> 'superseded'`,
  `create index spks_waiting on spks (state, updated_at) where state in (${words(LIVE_STATES)})`,
  `alter table spks add constraint spks_confirmed_whole check (state not in (${words(CONFIRMED_STATES)})
    or (confirmed_at is not null and confirmed_by is not null and confirmed_sha256 ~ '^[0-9a-f]{64}$'
      and number is not null))`,
  `alter table spks add constraint spks_nik_whole check ((nik_sealed is null) = (nik_key is null)
    and (nik_sealed is null or nik_masked is not null))`,
  `alter table spk_files add constraint spk_files_hash check (sha256 ~ '^[0-9a-f]{64}$' and size > 0)`,
  `create unique index spk_files_turn on spk_files (spk_id, kind, edition, seq)`,
  // A stamp belongs to one document: the same serial on another one is refused. Tries of the same count once.
  `create unique index spk_files_serial_once on spk_files (serial) where serial is not null`,
  `create table spk_numbers (
    id uuid primary key, house text not null, year integer not null, seq integer not null check (seq > 0),
    number text not null unique, spk_id uuid not null references spks (id), created_at timestamptz not null,
    unique (house, year, seq))`,
  `create trigger spk_numbers_append_only before update or delete on spk_numbers
    for each row execute function lunas_refuse_change()`,
  `create table spk_links (
    id uuid primary key, spk_id uuid not null references spks (id), token_hash text not null unique,
    edition integer not null, expires_at timestamptz not null, revoked_at timestamptz,
    code_hash text, code_until timestamptz, code_tries integer not null default 0,
    created_at timestamptz not null)`,
  `create index spk_links_of on spk_links (spk_id)`,
  // One stamp is bought for a document and used on every try: its serial stands here before it is affixed.
  `create table spk_stamps (
    id uuid primary key, spk_id uuid not null references spks (id), edition integer not null,
    stage text not null check (stage in ('issued', 'final')), source_sha256 text not null,
    serial text unique, image text, tries integer not null default 0, failure text,
    is_unclear boolean not null default false, done_at timestamptz, asked_by text not null,
    created_at timestamptz not null, unique (spk_id, stage, source_sha256))`,
  `create table spk_handovers (
    id uuid primary key, spk_id uuid not null references spks (id), from_staff uuid, to_staff uuid not null,
    by_name text not null, note text not null check (length(note) between 1 and 2000),
    created_at timestamptz not null)`,
  `create index spk_handovers_of on spk_handovers (spk_id, created_at)`,
  `create trigger spk_handovers_append_only before update or delete on spk_handovers
    for each row execute function lunas_refuse_change()`,
  `create trigger spk_accesses_append_only before update or delete on spk_accesses
    for each row execute function lunas_refuse_change()`,
  // What a customer was shown is what was agreed on: only what became of it is added.
  `create function lunas_spk_edition_fixed() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or (new.spk_id, new.edition, new.revision, new.content_hash)
          is distinct from (old.spk_id, old.edition, old.revision, old.content_hash)
          or (new.content is distinct from old.content and new.content <> '{}'::jsonb)
          or (old.layout is not null and new.layout is distinct from old.layout)
          or (old.agreed_at is not null and new.agreed_at is distinct from old.agreed_at) then
        raise exception 'an edition of an SPK is fixed' using errcode = '23514';
      end if;
      return new;
    end $$`,
  `create trigger spk_editions_fixed before update or delete on spk_editions
    for each row execute function lunas_spk_edition_fixed()`,
  `create function lunas_spk_file_fixed() returns trigger language plpgsql as $$
    begin
      if (new.spk_id, new.kind, new.edition, new.seq, new.sha256, new.size, new.mime, new.store_key)
          is distinct from (old.spk_id, old.kind, old.edition, old.seq, old.sha256, old.size, old.mime, old.store_key) then
        raise exception 'a file of an SPK is fixed' using errcode = '23514';
      end if;
      return new;
    end $$`,
  `create trigger spk_files_fixed before update on spk_files
    for each row execute function lunas_spk_file_fixed()`,
  // No money before the agreement, whatever code asks for it.
  `create function lunas_spk_before_money() returns trigger language plpgsql as $$
    begin
      if exists (select from orders o where o.id = new.order_id and o.needs_spk
          and not exists (select from spks s where s.order_id = o.id
            and s.state in (${words(CONFIRMED_STATES)}))) then
        raise exception 'the SPK of this order is not confirmed' using errcode = '23514',
          constraint = 'payments_after_spk';
      end if;
      return new;
    end $$`,
  `create trigger payments_after_spk before insert on payments
    for each row execute function lunas_spk_before_money()`,
]

/** Addenda are counted apart from agreements. */
export const SPK_ADDENDUM_STATEMENTS: readonly string[] = [
  `alter table spk_numbers add column prefix text not null default 'SPK'`,
  'alter table spk_numbers drop constraint spk_numbers_house_year_seq_key',
  'alter table spk_numbers add constraint spk_numbers_once unique (prefix, house, year, seq)',
]

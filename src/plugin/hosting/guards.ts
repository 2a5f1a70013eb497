/** What Payload's schema cannot say about reasons to be off. A shop's migration runs these statements. */
export const BLOCKER_STATEMENTS: readonly string[] = [
  `create unique index service_blockers_once on service_blockers (order_id, kind) where state = 'active'`,
  `alter table service_blockers add constraint service_blockers_cleared check
    ((state = 'cleared') = (cleared_at is not null))`,
]

/**
 * What Payload's schema cannot say about services: a name belongs to one of them, a person's task is asked
 * for once, and every call to a server is on record. A shop's migration runs these statements.
 */
export const HOSTING_STATEMENTS: readonly string[] = [
  `create unique index hosting_accounts_name on hosting_accounts (name)`,
  `create unique index hosting_accounts_domain on hosting_accounts (domain)
    where domain is not null and state not in ('terminated', 'dropped')`,
  `create index hosting_accounts_due on hosting_accounts (next_try_at) where next_try_at is not null`,
  `create index hosting_accounts_apart on hosting_accounts (state, wanted, observed)`,
  `alter table hosting_accounts add constraint hosting_accounts_words check
    (wanted in ('on', 'off', 'gone') and observed in ('absent', 'on', 'off', 'unknown'))`,
  `alter table hosting_accounts add constraint hosting_accounts_placed check
    (state in ('locked', 'ready', 'dropped') or (name is not null and wish > 0))`,
  `create unique index hosting_tasks_once on hosting_tasks (account_id, deed, wish)`,
  // Every call to a server, begun before it is made: what was asked, and what came of it.
  `create table hosting_calls (
    id uuid primary key, account_id uuid not null references hosting_accounts (id), server_id uuid,
    verb text not null check (verb in ('create', 'suspend', 'resume', 'terminate', 'inspect')),
    wish integer not null, begun_at timestamptz not null, ended_at timestamptz,
    outcome text check (outcome in ('ok', 'rejected', 'unavailable', 'unknown', 'needsAction')),
    detail text, constraint hosting_calls_ended check ((ended_at is null) = (outcome is null)))`,
  `create index hosting_calls_of on hosting_calls (account_id, begun_at desc)`,
]

/**
 * What came after the first services: contracts that one has left behind by a renewal, so that no second
 * service is made for them, and slots that never fall below what is in use.
 */
export const HOSTING_TERM_STATEMENTS: readonly string[] = [
  `create table hosting_terms (
    account_id uuid not null references hosting_accounts (id),
    order_id uuid not null references orders (id), order_item_id uuid not null references order_items (id),
    unit integer not null, ended_on text not null, changed_at timestamptz not null,
    primary key (order_item_id, unit))`,
  `create index hosting_terms_of on hosting_terms (account_id)`,
  `alter table hosting_servers add constraint hosting_servers_slot_count check (slots between 0 and 100000)`,
  `create function lunas_keep_slots() returns trigger language plpgsql as $$
    declare used integer;
    begin
      if new.slots < old.slots then
        perform pg_advisory_xact_lock(hashtext('lunas.hosting.places'));
        select count(*) into used from hosting_accounts a
          where a.server_id = new.id and a.state not in ('terminated', 'dropped');
        if used > new.slots then
          raise exception 'server % holds % services', new.id, used
            using errcode = 'check_violation', constraint = 'hosting_servers_slots';
        end if;
      end if;
      return new;
    end $$`,
  `create trigger hosting_servers_keep_slots before update of slots on hosting_servers
    for each row execute function lunas_keep_slots()`,
]

/**
 * What Payload's schema cannot say about arrears: one open case and one running chance per order, and
 * the steps of the ladder, each once per debt and channel. A shop's migration runs these statements.
 */
export const OVERDUE_STATEMENTS: readonly string[] = [
  `create unique index overdue_cases_one_open on overdue_cases (order_id) where state <> 'resolved'`,
  `alter table overdue_cases add constraint overdue_cases_resolved check
    ((state = 'resolved') = (resolved_at is not null))`,
  `create index overdue_cases_proposed on overdue_cases (proposed_on, id)
    where state <> 'resolved' and proposed_on is not null`,
  `create unique index chances_one_running on chances (order_id) where state in ('requested', 'active')`,
  `alter table chances add constraint chances_decided check (state in ('requested', 'dropped', 'declined')
    or (until ~ '^\\d{4}-\\d{2}-\\d{2}$' and reason is not null and granted_by is not null))`,
  // A log that only the engine reads: no collection, so that millions of rows cost nothing but themselves.
  `create table ladder_steps (
    instalment_id uuid not null references instalments (id),
    step text not null,
    channel text not null check (channel in ('customer', 'staff')),
    round int not null default 0 check (round >= 0),
    order_id uuid not null references orders (id),
    day text not null check (day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
    outcome text not null check (outcome in ('done', 'skipped')),
    reason text,
    created_at timestamptz not null default now(),
    primary key (instalment_id, step, channel, round))`,
  `create index ladder_steps_of_order on ladder_steps (order_id)`,
  `create trigger ladder_steps_append_only before update or delete on ladder_steps
    for each row execute function lunas_refuse_change()`,
]

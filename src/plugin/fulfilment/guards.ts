import { KNOWN_HOLIDAYS } from './holidays/knownDays'

const holidayRows = KNOWN_HOLIDAYS.map(
  ({ confirmed, day, name }) =>
    `(gen_random_uuid(), '${day}', '${name}', ${confirmed}, now(), now())`,
).join(', ')

/**
 * What Payload's schema cannot say about deliveries, and the holidays that are known: a shop's
 * migration runs these statements after those that Payload generates.
 */
export const FULFILMENT_STATEMENTS: readonly string[] = [
  // The list of work and the reminders read what is promised; the rest, which grows for ever, is not in it.
  `create index fulfilments_promised on fulfilments (due_at, id) where due_at is not null`,
  `create index fulfilments_to_close on fulfilments (follow_up_until) where follow_up_until is not null`,
  `alter table fulfilments add constraint fulfilments_clocks check (start_by <= deliver_by
    and (due_at is null or state not in ('done', 'cancelled'))
    and (follow_up_until is null or delivered_at is not null))`,
  `alter table holidays add constraint holidays_day_written check (day ~ '^\\d{4}-\\d{2}-\\d{2}$')`,
  `insert into holidays (id, day, name, confirmed, created_at, updated_at) values ${holidayRows}
    on conflict (day) do nothing`,
]

/** The same for follow-up mails, which came later. */
export const FOLLOW_UP_STATEMENTS: readonly string[] = [
  `create index fulfilments_to_follow_up on fulfilments (next_follow_up_at, id)
    where next_follow_up_at is not null`,
  `alter table fulfilments add constraint fulfilments_follow_up check (next_follow_up_at is null
    or (delivered_at is not null and state <> 'cancelled'))`,
]

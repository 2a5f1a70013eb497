/** What Payload's schema cannot say of reports. A shop's migration runs these statements. */
export const PROBLEM_STATEMENTS: readonly string[] = [
  `create sequence problem_number_seq`,
  // The list of what waits, and the reminders; the rest, which grows for ever, is not in it.
  `create index problems_promised on problems (reply_by, id) where reply_by is not null`,
  `alter table problems add constraint problems_clocks check (
    (state <> 'resolved' or (reply_by is null and resolved_at is not null))
    and (state <> 'open' or reply_by is not null)
    and (state <> 'answered' or reply_by is null))`,
  `alter table problems add constraint problems_reachable check (
    contact = 'email' or (contact = 'whatsapp' and coalesce(phone, '') <> ''))`,
]

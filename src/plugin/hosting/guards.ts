/** What Payload's schema cannot say about reasons to be off. A shop's migration runs these statements. */
export const BLOCKER_STATEMENTS: readonly string[] = [
  `create unique index service_blockers_once on service_blockers (order_id, kind) where state = 'active'`,
  `alter table service_blockers add constraint service_blockers_cleared check
    ((state = 'cleared') = (cleared_at is not null))`,
]

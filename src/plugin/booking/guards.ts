/**
 * What Payload's schema cannot say about appointments: a shop's migration runs these statements after
 * those that Payload generates. `btree_gist` comes with Postgres and is trusted: whoever may create in
 * the database may install it.
 */
export const BOOKING_STATEMENTS: readonly string[] = [
  `create extension if not exists btree_gist`,
  // Whatever the program believes: nobody sits in two sessions at one time, buffers included.
  `alter table bookings add constraint bookings_one_at_a_time exclude using gist
    (host_id with =, tstzrange(blocks_from, blocks_until) with &&)
    where (state in ('reserved', 'booked'))`,
  `create unique index bookings_live_once on bookings (order_item_id)
    where state in ('reserved', 'booked')`,
  `alter table bookings add constraint bookings_times check (blocks_from <= starts_at
    and starts_at < ends_at and ends_at <= blocks_until)`,
  `alter table bookings add constraint bookings_kept check (state <> 'reserved' or kept_until is not null)`,
  `alter table bookings add constraint bookings_counts check (moved >= 0 and sequence >= 0)`,
  `alter table bookings add constraint bookings_hosted check (state not in ('reserved', 'booked') or host_id is not null)`,
  // Whoever leaves the shop takes his hours along; his past sessions stay.
  `alter table availabilities drop constraint availabilities_host_id_staff_id_fk,
    add constraint availabilities_host_id_staff_id_fk foreign key (host_id) references staff (id)
    on delete cascade`,
  `create index bookings_to_tend on bookings (starts_at) where state in ('reserved', 'booked')`,
]

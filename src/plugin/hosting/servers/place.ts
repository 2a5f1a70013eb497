import { type SQL, sql, type Tx } from '../../kernel/payload'

/** One at a time: two services never take the last slot. Orders are locked before, accounts after. */
export const lockPlaces = async (tx: Pick<Tx, 'rows'>): Promise<void> => {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('lunas.hosting.places'))`)
}

/** Whether the service `a` needs, or will need, a slot. */
export const HOLDS_SLOT: SQL = sql`a.state not in ('terminated', 'dropped')`

/** Whether server `s` serves a kind. */
const serves = (kind: SQL): SQL => sql`exists (select from hosting_servers_kinds k
  where k.parent_id = s.id and k.value::text = ${kind})`

/** Whether service `a` is paid for and asked for, and no server has had room for it yet. */
export const WAITS_FOR_SERVER: SQL = sql`a.state = 'provisioning' and a.server_id is null and a.wanted = 'on'`

/** What is looked for; `waiting` is the service that has waited for it, if it is one. */
export type Place = { kind: string; region: null | string; waiting?: string }

/** Whether `a` has waited longer than who asks now; whoever has not waited comes after all who have. */
const isBefore = (waiting: string | undefined): SQL =>
  waiting === undefined
    ? sql`true`
    : sql`(a.wanted_at, a.id) < (select w.wanted_at, w.id from hosting_accounts w
        where w.id = ${waiting}::uuid)`

/**
 * The server for a new service: one that serves its kind, in its region if one is wished for, not in
 * maintenance, with a slot that nobody who has waited longer could take; the emptiest first. Null when
 * there is none. Under the lock of places.
 */
export const findPlace = async (
  tx: Pick<Tx, 'rows'>,
  { kind, region, waiting }: Place,
): Promise<null | { id: string; region: string }> => {
  const [server] = await tx.rows<{ id: string; region: string }>(sql`
    with room as (select s.id, s.region, s.name, s.slots - u.used as free, u.used::float8 / s.slots as load
      from hosting_servers s, lateral (select count(*) as used from hosting_accounts a
          where a.server_id = s.id and ${HOLDS_SLOT}) u
      where not coalesce(s.is_in_maintenance, false) and ${serves(sql`${kind}`)}
        and (${region}::text is null or s.region = ${region}) and u.used < s.slots)
    select id, region from room where (select sum(free) from room) > (
      select count(*) from hosting_accounts a where ${WAITS_FOR_SERVER} and a.kind = ${kind}
        and (a.region is null or a.region in (select region from room)) and ${isBefore(waiting)})
    order by load, name limit 1`)
  return server ?? null
}

/** Whether a service of this kind could ever stand there: some server serves it, full or not. */
export const isServed = async (tx: Pick<Tx, 'rows'>, { kind, region }: Place): Promise<boolean> =>
  (
    await tx.rows(sql`select 1 from hosting_servers s where ${serves(sql`${kind}`)}
      and (${region}::text is null or s.region = ${region}) limit 1`)
  ).length > 0

/** How many services a server holds, or is to hold. */
export const countHeld = async (tx: Pick<Tx, 'rows'>, serverId: string): Promise<number> => {
  const [row] = await tx.rows<{ n: number }>(sql`select count(*)::int as n from hosting_accounts a
    where a.server_id = ${serverId}::uuid and ${HOLDS_SLOT}`)
  return row?.n ?? 0
}

/**
 * Services of one kind that can still be sold: slots of servers that serve it less all services that
 * are on them or have nowhere to be yet, created or not. Null when no server serves the kind, for
 * then the shop does not count.
 */
export const findStock = async (tx: Pick<Tx, 'rows'>, kind: string): Promise<null | number> => {
  const [row] = await tx.rows<{ servers: number; stock: number }>(sql`
    with serving as (select s.id, s.slots, coalesce(s.is_in_maintenance, false) as resting
        from hosting_servers s where ${serves(sql`${kind}`)}),
      kinds as (select distinct k.value::text as kind from hosting_servers_kinds k
        join serving s on s.id = k.parent_id)
    select (select count(*)::int from serving) as servers,
      (coalesce((select sum(slots) from serving where not resting), 0) - (
        select count(*) from hosting_accounts a where ${HOLDS_SLOT}
          and (a.server_id in (select id from serving where not resting)
            or (a.server_id is null and a.kind in (select kind from kinds)))))::int as stock`)
  return row && row.servers > 0 ? Math.max(row.stock, 0) : null
}

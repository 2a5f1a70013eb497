import type { HostHours, Slot, SlotQuery, Taken } from '../rules'
import type { Scene } from './scene'

import { type SQL, sql, type Tx } from '../../kernel/payload'
import { clockMs, type OpenHours, wibDay, type WibDay } from '../../kernel/time'
import { findSlots } from '../rules'
import { lengthOf } from './scene'

const MINUTE_MS = 60_000

type Clocks = { closes: null | string; opens: null | string }

type HostRow = {
  bufferMinutes: number
  exceptions: ({ day: string; isOff: boolean } & Clocks)[]
  horizonDays: number
  hostId: string
  maxPerDay: number
  noticeDays: number
  noticeHours: number
  weekly: ({ weekday: string } & Clocks)[]
}

const WEEKLY = sql`(select coalesce(json_agg(json_build_object('weekday', w.weekday::text,
    'opens', w.opens, 'closes', w.closes) order by w.opens), '[]')
  from availabilities_weekly w where w._parent_id = a.id)`

const EXCEPTIONS = sql`(select coalesce(json_agg(json_build_object('day', e.day,
    'isOff', coalesce(e.is_off, false), 'opens', e.opens, 'closes', e.closes)), '[]')
  from availabilities_exceptions e where e._parent_id = a.id)`

const toHours = ({ closes, opens }: Clocks): OpenHours[] =>
  closes && opens ? [{ from: clockMs(opens), to: clockMs(closes) }] : []

const toExceptions = (rows: HostRow['exceptions']): Map<WibDay, OpenHours[]> => {
  const days = new Map<WibDay, OpenHours[]>()
  for (const { day, isOff, ...clocks } of rows) {
    const key = wibDay(day)
    days.set(key, [...(days.get(key) ?? []), ...(isOff ? [] : toHours(clocks))])
  }
  return days
}

const toHost = (row: HostRow): HostHours => ({
  bufferMs: row.bufferMinutes * MINUTE_MS,
  exceptions: toExceptions(row.exceptions),
  horizonDays: row.horizonDays,
  hostId: row.hostId,
  maxPerDay: row.maxPerDay,
  noticeDays: row.noticeDays,
  noticeMs: row.noticeHours * 60 * MINUTE_MS,
  week: Array.from({ length: 7 }, (_, day) =>
    row.weekly.filter(({ weekday }) => Number(weekday) === day).flatMap(toHours),
  ),
})

/** Who takes bookings; one of them when `hostId` is given. */
export const findHosts = async (
  tx: Pick<Tx, 'rows'>,
  hostId?: null | string,
): Promise<HostHours[]> => {
  const only: SQL = hostId ? sql`and a.host_id = ${hostId}` : sql``
  const rows = await tx.rows<HostRow>(sql`
    select a.host_id as "hostId", a.buffer_minutes::int as "bufferMinutes",
      a.max_per_day::int as "maxPerDay", a.notice_days::int as "noticeDays",
      a.notice_hours::int as "noticeHours", a.horizon_days::int as "horizonDays",
      ${WEEKLY} as weekly, ${EXCEPTIONS} as exceptions
    from availabilities a join staff s on s.id = a.host_id
    where a.is_active and s.role in ('admin', 'owner') ${only} order by a.host_id`)
  return rows.map(toHost)
}

type TakenRow = { blocksFrom: string; blocksUntil: string; hostId: string; startsAt: string }

/** What takes time of anybody from a day ago on; not the appointment that is about to be moved. */
const findTaken = async (
  tx: Pick<Tx, 'rows'>,
  { except, now }: { except: string | undefined; now: Date },
): Promise<Taken[]> => {
  const at = now.toISOString()
  const rows = await tx.rows<TakenRow>(sql`
    select host_id as "hostId", starts_at as "startsAt", blocks_from as "blocksFrom",
      blocks_until as "blocksUntil" from bookings
    where starts_at > ${at}::timestamptz - interval '1 day'
      and (state in ('booked', 'held', 'missed') or (state = 'reserved' and kept_until > ${at}))
      ${except ? sql`and id <> ${except}` : sql``}`)
  return rows.map(({ blocksFrom, blocksUntil, hostId, startsAt }) => ({
    blocksFrom: new Date(blocksFrom),
    blocksUntil: new Date(blocksUntil),
    hostId,
    startsAt: new Date(startsAt),
  }))
}

const findHolidays = async (tx: Pick<Tx, 'rows'>): Promise<SlotQuery['holidays']> => {
  const rows = await tx.rows<{ day: string }>(sql`select day from holidays`)
  return new Set(rows.map(({ day }) => wibDay(day)))
}

/**
 * The times that can be picked for an item. Whoever looks after it gives the session when he takes
 * bookings; else anybody who does.
 */
export const findSlotsOf = async (
  tx: Pick<Tx, 'rows'>,
  scene: Scene,
  now: Date,
): Promise<Slot[]> => {
  const own = await findHosts(tx, scene.delivery?.assignee)
  const hosts = own.length > 0 ? own : await findHosts(tx)
  if (hosts.length === 0) {
    return []
  }
  const taken = await findTaken(tx, { except: scene.live?.id, now })
  return findSlots({
    holidays: await findHolidays(tx),
    hosts,
    lengthMs: lengthOf(scene),
    now,
    taken,
  })
}

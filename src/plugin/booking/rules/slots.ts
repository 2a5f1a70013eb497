import type { OpenHours, WibDay } from '../../kernel/time'

import { addDays, startOfWibDay, weekdayOf, wibDayOf } from '../../kernel/time'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Sessions begin at the half hour: counted from the opening of each window. */
export const STEP_MS = 30 * MINUTE_MS
/** One bought session. */
export const SESSION_MS = HOUR_MS

/** When one member of staff gives sessions. */
export type HostHours = {
  /** Kept free before and after each session, in ms. */
  bufferMs: number
  /** Days on which the week does not count; no hours is a day off. */
  exceptions: ReadonlyMap<WibDay, readonly OpenHours[]>
  hostId: string
  /** How many WIB days ahead can be picked. */
  horizonDays: number
  /** Most sessions on one WIB day. */
  maxPerDay: number
  /** WIB days between today and the first day that can be picked; 0 is today. */
  noticeDays: number
  /** And at least so long ahead, in ms. */
  noticeMs: number
  /** Seven entries, Sunday first. */
  week: readonly (readonly OpenHours[])[]
}

/** Time that is taken: from the buffer before a session to the buffer after it. */
export type Taken = { blocksFrom: Date; blocksUntil: Date; hostId: string; startsAt: Date }

/** A time that can be picked. */
export type Slot = { hostId: string; startsAt: Date }

const hoursOn = (
  day: WibDay,
  { holidays, host }: { holidays: ReadonlySet<WibDay>; host: HostHours },
): readonly OpenHours[] =>
  host.exceptions.get(day) ?? (holidays.has(day) ? [] : (host.week[weekdayOf(day)] ?? []))

/** The time that a session takes of its host's day. */
export const resolveBlock = (args: {
  bufferMs: number
  lengthMs: number
  startsAt: Date
}): { blocksFrom: Date; blocksUntil: Date; endsAt: Date } => {
  const { bufferMs, lengthMs } = args
  const start = args.startsAt.getTime()
  return {
    blocksFrom: new Date(start - bufferMs),
    blocksUntil: new Date(start + lengthMs + bufferMs),
    endsAt: new Date(start + lengthMs),
  }
}

const startsOf = (day: WibDay, hours: OpenHours, lengthMs: number): Date[] => {
  const midnight = startOfWibDay(day).getTime()
  const count = Math.floor((hours.to - hours.from - lengthMs) / STEP_MS) + 1
  return Array.from(
    { length: Math.max(0, count) },
    (_, index) => new Date(midnight + hours.from + index * STEP_MS),
  )
}

/** Everything that decides which times can be picked. */
export type SlotQuery = {
  /** Days on which nobody works unless a host says otherwise. */
  holidays: ReadonlySet<WibDay>
  hosts: readonly HostHours[]
  lengthMs: number
  now: Date
  taken: readonly Taken[]
}

const slotsOnDay = (day: WibDay, host: HostHours, query: SlotQuery): Slot[] => {
  const { holidays, lengthMs, now } = query
  const { bufferMs, hostId, maxPerDay, noticeMs } = host
  const taken = query.taken.filter((each) => each.hostId === hostId)
  if (taken.filter(({ startsAt }) => wibDayOf(startsAt) === day).length >= maxPerDay) {
    return []
  }
  const earliest = now.getTime() + noticeMs
  return hoursOn(day, { holidays, host })
    .flatMap((hours) => startsOf(day, hours, lengthMs))
    .filter((startsAt) => {
      const { blocksFrom, blocksUntil } = resolveBlock({ bufferMs, lengthMs, startsAt })
      return (
        startsAt.getTime() > earliest &&
        taken.every((each) => each.blocksFrom >= blocksUntil || each.blocksUntil <= blocksFrom)
      )
    })
    .map((startsAt) => ({ hostId, startsAt }))
}

const slotsOfHost = (host: HostHours, query: SlotQuery): Slot[] => {
  const today = wibDayOf(query.now)
  const days = Array.from(
    { length: Math.max(0, host.horizonDays - host.noticeDays + 1) },
    (_, index) => addDays(today, host.noticeDays + index),
  )
  return days.flatMap((day) => slotsOnDay(day, host, query))
}

/**
 * Every time that can be picked, the earliest first; of two hosts with the same time the one who has
 * less to do that day comes first.
 */
export const findSlots = (query: SlotQuery): Slot[] => {
  const loadOf = ({ hostId, startsAt }: Slot): number =>
    query.taken.filter(
      (each) => each.hostId === hostId && wibDayOf(each.startsAt) === wibDayOf(startsAt),
    ).length
  return query.hosts
    .flatMap((host) => slotsOfHost(host, query))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || loadOf(a) - loadOf(b))
}

const HOUR_MS = 3_600_000
/** How long before a session its customer may still move it. */
export const MOVE_NOTICE_MS = 24 * HOUR_MS
/** How often its customer may move it. */
export const MOVES_ALLOWED = 2
/** How often a customer may stay away and still pick the next time himself. */
export const MISSES_ALLOWED = 1
/** From when on the customer sees the link. */
export const PLACE_SHOWN_MS = 24 * HOUR_MS

/** Why a customer cannot pick or change a time himself. */
export type BookingRefusal = 'booking.missedTooOften' | 'booking.movesUsed' | 'booking.tooLate'

/** What of his appointments decides about a customer's next move. */
export type CustomerStanding = {
  /** The one that stands; null when none does. */
  live: { moved: number; startsAt: Date; state: string } | null
  missed: number
}

/** Whether the customer himself may pick a time, or another one; null when he may. */
export const findRefusal = (standing: CustomerStanding, now: Date): BookingRefusal | null => {
  const { live, missed } = standing
  if (missed > MISSES_ALLOWED) {
    return 'booking.missedTooOften'
  }
  if (live?.state !== 'booked') {
    return null
  }
  if (live.startsAt.getTime() - now.getTime() < MOVE_NOTICE_MS) {
    return 'booking.tooLate'
  }
  return live.moved >= MOVES_ALLOWED ? 'booking.movesUsed' : null
}

/** Which reminder of a session is due. */
export type ReminderStage = '1h' | '24h'

const STAGES = [
  { beforeMs: HOUR_MS, stage: '1h' },
  { beforeMs: 24 * HOUR_MS, stage: '24h' },
] as const

/**
 * The reminder that is due at `now`; null when none is, or when its time had passed already when the
 * session was agreed on: who has just picked tomorrow at nine need not be reminded of it.
 */
export const resolveReminder = (args: {
  /** When this date was agreed on. */
  agreedAt: Date
  now: Date
  startsAt: Date
}): null | ReminderStage => {
  const { agreedAt, now, startsAt } = args
  if (startsAt <= now) {
    return null
  }
  const due = STAGES.find(({ beforeMs }) => startsAt.getTime() - beforeMs <= now.getTime())
  return due && agreedAt.getTime() < startsAt.getTime() - due.beforeMs ? due.stage : null
}

const OPEN_TO_BOOKING = ['new', 'assigned', 'contacting', 'scheduled', 'noShow']

/**
 * Whether a time can be picked for an item: nothing of it was held yet, and its order stands.
 *
 * @param states.delivery State of its delivery; null before it is paid
 */
export const canBeBooked = (states: { delivery: null | string; order: string }): boolean =>
  states.order !== 'cancelled' &&
  states.order !== 'draft' &&
  (states.delivery === null || OPEN_TO_BOOKING.includes(states.delivery))

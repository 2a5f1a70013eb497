import type { ReasonCheck } from '../../notifications'

import { queryRows, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { readStep } from '../messages'

/** News of a session is stale once a later revision of it has been told, or it is over. */
const isStillAgreed: ReasonCheck = async ({ notification, payload }) => {
  const { id, revision } = readStep(notification.step)
  const rows = await queryRows(
    payload,
    sql`select id from bookings where id = ${id} and state = 'booked' and sequence = ${revision}
      and starts_at > ${clock.now().toISOString()}`,
  )
  return rows.length > 0
}

/** Why each piece of news about an agreed session still has to be told. */
export const sessionReasons = {
  'session.booked': isStillAgreed,
  'session.bookedForHost': isStillAgreed,
  'session.moved': isStillAgreed,
  'session.movedForHost': isStillAgreed,
  'session.placeChanged': isStillAgreed,
  'session.placeChangedForHost': isStillAgreed,
  'session.soon': isStillAgreed,
  'session.soonForHost': isStillAgreed,
} as const

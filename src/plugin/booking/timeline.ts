import type { TimelineSource } from '../kernel/history'

import { sql } from '../kernel/payload'
import { bookingMachine } from './machine'

/** Appointments in the timeline of their order. */
export const BOOKING_TIMELINE: TimelineSource = {
  label: { en: 'Session', id: 'Sesi' },
  machines: [bookingMachine],
  subjects: sql`select b.id::text from bookings b where b.order_id = o.id`,
  topic: 'work',
}

export { bookingCron, bookingTask, confirmBookingTask } from './reminders/task'
export { sessionReasons } from './reminders/reasons'
export { createAvailabilitiesCollection } from './availability/collection'
export { createBookingsCollection } from './collection'
export { hasKept } from './actions/confirmKept'
export { pickTime } from './actions/pickTime'
export { consultingDesk } from './desk'
export { BOOKING_STATEMENTS } from './guards'
export { bookingMachine } from './machine'
export {
  buildFirstSession,
  type PublicAppointment,
  type PublicSession,
  selectSession,
  type SessionRow,
  toPublicSession,
} from './queries/publicSession'
export { findTimes, getCalendarFile, itemOfOrder } from './queries/times'
export { bookingRuntime } from './runtime'
export { bookingOptions, type BookingOptions, reasonText, startsAtText } from './schema'
export { createSessionSummariesCollection } from './summaries/collection'
export { BOOKING_TIMELINE } from './timeline'
export { keepHosts } from './keepHosts'

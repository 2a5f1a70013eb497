export {
  AUTHORISATION_VERSION,
  authorisationText,
  CAPACITIES,
  type Capacity,
} from './authorisation'
export { type AnalysisDates, findDateFault } from './dates'
export { isWithin, readDomain } from './domain'
export { resolveNextLook, resolveProofUntil } from './looks'
export { findReminder, type ReminderClock } from './reminders'
export { canSubmit, isBeforeAnalysis } from './standing'

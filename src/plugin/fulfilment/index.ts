export { buildFulfilments, type PaidItem } from './actions/buildFulfilments'
export { cancelFulfilments } from './actions/cancelFulfilments'
export { type ReopenedItem, reopenFulfilment } from './actions/reopenFulfilment'
export { canResend, resendDelivery } from './actions/resendDelivery'
export { moveFulfilmentIn } from './actions/moveFulfilment'
export { lockFulfilment, type LockedFulfilment } from './actions/moveRow'
export { keepTicks, tickBySystem } from './actions/tickCheck'
export { createFulfilmentsCollection } from './collection'
export { resolveDeadline } from './deadline'
export { isStillDelivered } from './followUps/send'
export { FOLLOW_UP_STATEMENTS, FULFILMENT_STATEMENTS } from './guards'
export {
  calendarOf,
  findCalendar,
  findPastCalendar,
  holidaysSince,
  selectHolidays,
} from './holidays/calendar'
export { createHolidaysCollection } from './holidays/collection'
export { type FulfilmentKind, fulfilmentKinds, fulfilmentMachines, statesIn } from './kinds'
export type { FulfilmentOwner } from './owner'
export { addWorkViews, WORK_PATH } from './panel'
export {
  type DeliveryRow,
  type PublicDelivery,
  selectDelivery,
  toPublicDelivery,
} from './queries/delivery'
export { findStanding } from './queries/findStanding'
export { canReopen, selectWorkState, type WorkState } from './queries/workState'
export { QUESTIONS } from './questions/rules'
export { isStillDue } from './reminders/remind'
export { fulfilmentCron, fulfilmentTask } from './reminders/task'
export { type FulfilmentRuntime, fulfilmentRuntime } from './runtime'
export { fulfilmentOptions, type FulfilmentOptions } from './schema'
export { scheduleDelivery, unscheduleDelivery } from './actions/scheduleDelivery'
export { composeDesks, type DeliveredAgain, type Desk, type DeliveryMove } from './desk'
export { findUnchecked, resolveOrderSteps } from './rules'
export type { ReportFacts } from './securityAnalysis/reportGuards'
export type { ConsultingFacts } from './consulting/machine'
export type { AnalysisFacts } from './securityAnalysis/machine'
export { askQuestion } from './questions/ask'
export type { PublicQuestions } from './questions/thread'

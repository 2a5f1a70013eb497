export { buildFulfilments, type PaidItem } from './actions/buildFulfilments'
export { cancelFulfilments } from './actions/cancelFulfilments'
export { createFulfilmentsCollection } from './collection'
export { resolveDeadline } from './deadline'
export { FULFILMENT_STATEMENTS } from './guards'
export { calendarOf, selectHolidays } from './holidays/calendar'
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
export { selectWorkState, type WorkState } from './queries/workState'
export { isStillDue } from './reminders/remind'
export { fulfilmentCron, fulfilmentTask } from './reminders/task'
export { resolveOrderSteps } from './rules'
export { fulfilmentRuntime } from './runtime'
export { fulfilmentOptions, type FulfilmentOptions } from './schema'

export {
  DEFAULT_LADDER,
  findLadderFaults,
  type Ladder,
  LADDER_STEPS,
  type LadderFault,
  type LadderOffsets,
  type LadderStep,
  STEPS_BEFORE,
  STEPS_OF_CHOICE,
} from './ladder'
export { findPlanFaults, type PlanFault } from './rules/faults'
export { buildLateCharges, FEE_EVERY_DAYS, type LateCharge } from './rules/lateFee'
export {
  buildInstalmentRows,
  buildSchedule,
  type InstalmentKind,
  resolveFirstDue,
  resolveShare,
  type Schedule,
  type ScheduleRow,
} from './rules/schedule'
export {
  type LateFee,
  type Markup,
  MAX_TENOR,
  MIN_INSTALMENT,
  type OverpaidRule,
  type PayoffRule,
  type PlanTerms,
  type Share,
} from './rules/terms'
export { contractMonthsField, plansField } from './fields'
export {
  contractMonthsOf,
  DEFAULT_CONTRACT_MONTHS,
  findContractPrice,
  findSoundPlans,
  type PlannedProduct,
} from './problems'
export { toPlanTerms } from './stored'

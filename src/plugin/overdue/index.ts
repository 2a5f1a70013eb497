export {
  type Decision,
  evaluateLadder,
  type Evaluation,
  type LadderFacts,
  type LoggedStep,
} from './rules/evaluate'
export { OVERDUE_STATEMENTS } from './guards'
export { createOverdueCasesCollection } from './cases/collection'
export { overdueCaseMachine } from './cases/machine'
export { createChancesCollection } from './chances/collection'
export { chanceMachine } from './chances/machine'

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
export { followContract } from './actions/followMoney'
export { actOnContract } from './ladder/act'
export { type SweepReport, sweepContracts } from './ladder/sweep'
export { ladderCron, ladderTask } from './ladder/task'
export { ladderFactsOf, resolveSuspendOn, standingOf } from './rules/standingOf'
export { overdueReasons } from './reasonChecks'
export { overdueRuntime } from './runtime'
export { overdueOptions, type OverdueOptions } from './schema'
export { type BulkResult, confirmSuspensions, type Notice, notifyInArrears } from './actions/bulk'
export { type Choice, chooseInArrears, type ChoiceProof } from './actions/choose'
export type { OwnOrder } from './actions/lockOwn'
export {
  askForChance,
  type ChanceDecision,
  declineChance,
  type Grant,
  grantChance,
  withdrawChance,
} from './chances/actions'
export { CHANCE_RATE, CHOICE_RATE, createOverdueEndpoints } from './endpoints'
export { type DryRun, type DryRunRow, findDryRun } from './queries/dryRun'
export { type CaseFilter, type CaseRow, countCases, findCases } from './queries/findCases'
export { getPublicArrears, type PublicArrears } from './queries/findPublicArrears'
export { CHOICE_TEXT_VERSION } from './rules/choiceText'

export { evaluateLadder } from './rules/evaluate'
export type { Decision, Evaluation, LadderFacts, LoggedStep } from './rules/ladderFacts'
export { OVERDUE_STATEMENTS } from './guards'
export { createOverdueCasesCollection } from './cases/collection'
export { overdueCaseMachine } from './cases/machine'
export { createChancesCollection } from './chances/collection'
export { chanceMachine } from './chances/machine'
export { followContract } from './actions/followMoney'
export { actOnContract } from './sweep/act'
export { type SweepReport, sweepContracts } from './sweep/sweepContracts'
export { ladderCron, ladderTask } from './sweep/task'
export { ladderFactsOf, resolveSuspendOn, standingOf } from './rules/standingOf'
export { overdueReasons } from './reasonChecks'
export { overdueRuntime } from './runtime'
export { overdueOptions, type OverdueOptions } from './schema'
export { type BulkResult, confirmSuspensions, type Notice, notifyInArrears } from './actions/bulk'
export { type Choice, chooseInArrears, type ChoiceProof } from './actions/choose'
export type { OwnOrder } from './actions/lockOwn'
export {
  type ChanceDecision,
  declineChance,
  type Grant,
  grantChance,
  withdrawChance,
} from './chances/actions'
export { askForChance } from './chances/request'
export { CHANCE_RATE, CHOICE_RATE, createOverdueEndpoints } from './endpoints'
export { type DryRun, type DryRunRow, findDryRun } from './queries/dryRun'
export { type CaseFilter, type CaseRow, countCases, findCases } from './queries/findCases'
export { getPublicArrears, type PublicArrears } from './queries/findPublicArrears'
export { CHOICE_TEXT_VERSION } from './rules/choiceText'

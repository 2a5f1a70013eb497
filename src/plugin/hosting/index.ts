export { askForService, type ServiceAsked, type ServiceRequest } from './accounts/ask'
export {
  addMissingAccounts,
  buildAccounts,
  buildRenewal,
  isHostingLine,
} from './accounts/buildAccounts'
export { createHostingAccountsCollection } from './accounts/collection'
export { endAccounts, followAccounts } from './accounts/follow'
export { hostingMachine, type HostingState } from './accounts/machine'
export { findContractMonths } from './accounts/months'
export { openServiceSecrets, type ServiceSecrets } from './accounts/secrets'
export { hostingSwitch, wantService } from './accounts/want'
export { blockService, findBlockers, unblockService } from './blockers/actions'
export { createServiceBlockersCollection } from './blockers/collection'
export { BLOCKER_KINDS, type BlockerKind, blockerMachine } from './blockers/machine'
export { OBSERVED_WORDS, WANTED_WORDS } from './accounts/words'
export {
  buildFirstServices,
  type OrderService,
  orderServicesAnswer,
  selectOrderServices,
} from './customer/orderServices'
export { createOwnService } from './customer/createOwnService'
export {
  findOrderServices,
  findOwnServices,
  getOwnService,
  type OwnService,
} from './customer/findServices'
export type { PublicService } from './customer/publicService'
export { showSecrets } from './customer/showSecrets'
export { signOn } from './customer/signOn'
export { CREATE_RATE, createHostingEndpoints, SECRETS_RATE, SIGN_ON_RATE } from './endpoints'
export { findReconciliation, type Reconciliation } from './clock/report'
export {
  hostingReconcileCron,
  hostingReconcileTask,
  hostingTendCron,
  hostingTendTask,
} from './clock/task'
export { convergeKey } from './converge/job'
export { convergeTask } from './converge/task'
export { findAccount, lockAccount, type AccountScene } from './accounts/scene'
export { SWITCHED } from './accounts/want'
export { tellCustomer, tellStaff } from './converge/news'
export { askToEnd, type EndingWhen, keepService } from './ending/askToEnd'
export {
  agreeTermination,
  proposeTermination,
  type Termination,
  type TerminationStage,
  withdrawTermination,
  tellKept,
} from './ending/terminate'
export { createGateEndpoints } from './gate/endpoints'
export { GATE_STATEMENTS } from './gate/guards'
export { readHostName } from './gate/rules/hostName.mjs'
export { BLOCKER_STATEMENTS, HOSTING_STATEMENTS, HOSTING_TERM_STATEMENTS } from './guards'
export type { DriverId, DriverOutcome, HostingDriver } from './port'
export { findHostingTodos } from './queries/findHostingTodos'
export { createHostingTasksCollection } from './runbook/collection'
export { finishTask, type FinishedTask, TASK_PROOF_FIELD, TASK_PROOFS } from './runbook/finishTask'
export { runbookMachine } from './runbook/machine'
export { hostingOptions, type HostingOptions } from './schema'
export { createHostingServersCollection } from './servers/collection'
export { findStock } from './servers/place'
export { assertInStock } from './servers/stock'
export type { ServiceSwitch } from './switch'
export { type HostingOwner, hostingRuntime, type HostingRuntime } from './runtime'
export { hostingCrons, hostingTasks } from './tasks'
export { HOSTING_TASK_TIMELINE, HOSTING_TIMELINE } from './timeline'

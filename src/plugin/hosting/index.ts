export { blockService, findBlockers, unblockService } from './blockers/actions'
export { createServiceBlockersCollection } from './blockers/collection'
export { BLOCKER_KINDS, type BlockerKind, blockerMachine } from './blockers/machine'
export { createHostingAccountsCollection } from './accounts/collection'
export { hostingMachine, type HostingState } from './accounts/machine'
export type { ServiceSecrets } from './accounts/secrets'
export { OBSERVED_WORDS, WANTED_WORDS } from './accounts/words'
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
export { BLOCKER_STATEMENTS, HOSTING_STATEMENTS } from './guards'
export type { DriverId, DriverOutcome, HostingDriver } from './port'
export { createHostingTasksCollection } from './runbook/collection'
export { hostingOptions, type HostingOptions } from './schema'
export { createHostingServersCollection } from './servers/collection'
export type { ServiceSwitch } from './switch'
export { hostingRuntime, type HostingRuntime } from './runtime'

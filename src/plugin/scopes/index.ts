export { askForLook, type ItemAsked, renewProof } from './actions/askForLook'
export { submitScope, type Submission } from './actions/submitScope'
export { orderScopeAnswer } from './answers'
export { createScopesCollection } from './collection'
export { scopeDesk } from './desk'
export { createScopeEndpoints, readAsked, SCOPE_RATES } from './endpoints'
export { SCOPE_STATEMENTS } from './guards'
export { beginJob as scopeBeginJob } from './jobs'
export { scopeMachine } from './machine'
export { scopeReasons } from './messages'
export type { Sight } from './port'
export { type AgreedScope, findScope } from './queries/findScope'
export {
  type OrderScope,
  type OrderScopeRow,
  selectOrderScope,
  toOrderScope,
} from './queries/orderScope'
export { getPublicScope, type PublicScope } from './queries/publicScope'
export { CAPACITIES } from './rules'
export { scopesRuntime } from './runtime'
export { scopeInput, scopeOptions, type ScopeOptions } from './schema'
export { SIGHT_WORDS } from './words'
export { scopeBeginTask, scopeCron, scopeLookTask, scopeTendTask } from './tasks'
export { SCOPE_TIMELINE } from './timeline'

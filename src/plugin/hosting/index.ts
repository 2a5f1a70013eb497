export { BLOCKER_STATEMENTS } from './guards'
export { createServiceBlockersCollection } from './blockers/collection'
export { BLOCKER_KINDS, type BlockerKind, blockerMachine } from './blockers/machine'

export { SPK_STATEMENTS } from './guards'
export { spkMachine } from './machine'
export { findVerification } from './queries/findVerification'
export { spkAffixTask, spkAnalyseTask, spkFinalTask, spkSealTask, spkStampTask } from './tasks'
export {
  createSpkAccessesCollection,
  createSpkEditionsCollection,
  createSpkFilesCollection,
  createSpksCollection,
} from './papers/collection'
export { spkRuntime, type SpkOwner, type SpkRuntime } from './runtime'
export { type SpkOptions, spkOptions } from './schema'
export { isConfirmedState, resolveTurn, SPK_STATE_NAMES, type SpkState } from './states'
export { createSpkTemplatesCollection } from './templates/collection'
export { buildSpk } from './actions/buildSpk'
export { endSpk, followSpkMoney, isSpkConfirmed } from './actions/followMoney'
export { buildFirstSpk, type PublicSpk, selectSpk, type SpkRow, toPublicSpk } from './publicSpk'
export type { SpkFileFacts, SpkVerification } from './seal/verification'
export { spkReasons, spkReveals } from './reasonChecks'
export { buildDraftNews } from './draftNews'
export { spkTendCron, spkTendTask } from './clock/task'
export { CODE_RATE, createSpkEndpoints, SPK_RATE } from './endpoints'
export * from './customer'
export { spkLabel } from './publicSpk'
export { SPK_DEEDS, SPK_DESK } from './words'
export { addSpkViews, findSpkTodos } from './panel'
export { SPK_TIMELINE } from './timeline'
export { spkClearTask, spkRetainCron, spkRetainTask } from './privacy/task'
export { spkPrivacyMachine } from './privacy/machine'

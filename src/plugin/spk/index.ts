export { SPK_STATEMENTS } from './guards'
export { spkMachine } from './machine'
export { findVerification } from './queries/findVerification'
export { spkAnalyseTask, spkFinalTask, spkSealTask, spkStampTask } from './tasks'
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
export { createSpkEndpoints, CODE_RATE, SPK_RATE } from './endpoints'
export { askForCorrections, confirmContent, declineSpk } from './customer/answerContent'
export { bringBack } from './customer/bringBack'
export type { SpkDoor, SpkProof } from './customer/door'
export type { CustomerEvent } from './customer/fireStep'
export { MOST_PHOTOS, MOST_PICTURES, MOST_RETURN_BYTES } from './customer/returned'
export { saveDocument } from './customer/saveDocument'
export { confirmSchema, declineSchema, remarksSchema, type ReturnKind } from './customer/schema'
export { clearUploads } from './customer/uploads/upload'
export {
  checkLinkCode,
  findPass,
  issueSpkLink,
  PASS_COOKIE,
  passCookie,
  revokeSpkLinks,
  sendLinkCode,
} from './links'
export { getSpkPage, type SpkPage } from './queries/findSpkPage'
export type { SpkFileFacts, SpkVerification } from './seal/verification'
export { spkReasons, spkReveals } from './reasonChecks'
export { buildDraftNews } from './draftNews'
export { spkReasons, spkReveals } from './reasonChecks'
export { buildDraftNews } from './draftNews'
export type { SpkFileFacts, SpkVerification } from './seal/verification'

/** The front of what customers do about their agreement, by login or by link. */
export { checkLinkCode, findPass, passCookie, sendLinkCode } from '../links'
export { faultTexts } from '../inspect'
export { getSpkPage } from '../queries/findSpkPage'
export type { SpkPage } from '../queries/spkPage'
export { askForCorrections, confirmContent, declineSpk } from './answerContent'
export { bringBack } from './bringBack'
export type { SpkDoor, SpkProof } from './door'
export type { CustomerEvent } from './fireStep'
export { MOST_PHOTOS, MOST_PICTURES, MOST_RETURN_BYTES } from './returned'
export { saveDocument } from './saveDocument'
export {
  codeSchema,
  confirmSchema,
  declineSchema,
  remarksSchema,
  RETURN_KINDS,
  type ReturnKind,
} from './schema'
export { clearUploadsCron, clearUploadsTask } from './uploads/task'
export { clearUploads } from './uploads/upload'

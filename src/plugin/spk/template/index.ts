export { buildContent, hashContent, type SpkFacts } from './buildContent'
export { buildDefaultTemplate } from './clauses'
export { type ContentFaultCode, findContentFaults } from './contentFaults'
export { diffContents, type SpkChange } from './diffContents'
export { describeContent, type SpkEntry } from './entries'
export type { SpkFault } from './fault'
export { nameInstalments } from './instalments'
export { type ClauseFaultCode, findClauseFaults } from './lint'
export { isNik, maskNik } from './nik'
export {
  buildAddendumNumber,
  buildNumber,
  isNumberPart,
  type NumberParts,
  type SpkNumber,
} from './numbering'
export { PLACEHOLDER_NAMES } from './placeholders'
export {
  LEAST_FONT_SIZE,
  MOST_FONT_SIZE,
  REQUIRED_CLAUSES,
  type SpkTemplate,
  type StoredTemplate,
} from './template'

export type { PackageAttachment } from './attach'
export type { AuditEvent, AuditFacts, AuditMeterai, AuditReviewer } from './audit'
export { buildPackage, type PackageMaking, type ScanPage } from './buildPackage'
export { readSeal, type SealCertificate, type SealKey } from './sealKey'
export { type Sealing, sealPdf } from './sealPdf'
export {
  maskName,
  SPK_FILE_KINDS,
  type SpkChainHead,
  type SpkFileFacts,
  type SpkFileKind,
  type SpkVerification,
} from './verification'

export type { SpkFileFacts, SpkFileKind, SpkVerification } from './seal/verification'

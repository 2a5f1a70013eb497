export { readSeal, type SealCertificate, type SealKey } from './sealKey'

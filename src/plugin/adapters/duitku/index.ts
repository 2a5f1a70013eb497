export type { DuitkuGateway } from './gateway'
export type { DirectPayment } from './inquiry'
export type { DuitkuLogger, DuitkuOptions } from './options'
export type { SignatureScheme, SignedFields, SignedOperation } from './signature'

export { createDuitkuGateway } from './gateway'
export { createDuitkuDisburser, type DisbursementOptions } from './disbursement'
export { DUITKU_HOSTS } from './hosts'
export { digestOf, isDigest, legacySchemeOf, sameDigest, sign, textToSign } from './signature'

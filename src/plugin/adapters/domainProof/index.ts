export { createDomainProver } from './createDomainProver'
export type { DomainProofOptions } from './options'
export { domainProofOptions } from './schema'

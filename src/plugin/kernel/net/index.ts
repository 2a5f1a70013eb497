export { type DomainFault, isWithin, type ReadDomain, readDomain } from './domain'
export { isPublicAddress } from './publicAddress'

export { type DomainSimulator, startDomainSimulator } from './simulator'

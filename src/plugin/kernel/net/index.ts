export { isPublicAddress } from './publicAddress'

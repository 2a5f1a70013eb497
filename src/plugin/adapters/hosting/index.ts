export {
  createHostingDrivers,
  type HostingDriverOptions,
  type HostingDrivers,
} from './createHostingDrivers'
export { isCertificate } from './connect'
export { isServerAddress } from './reach'

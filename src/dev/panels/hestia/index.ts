export { HESTIA_KEY, startHestia } from './hestia'
export type { HestiaDomain, HestiaStore, HestiaUser } from './store'

export { createDuitkuDisburser } from './createDisburser'
export type { DisbursementOptions } from './options'

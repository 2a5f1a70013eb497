export { closeInstalment } from './actions/closeInstalment'
export { creditInstalments, findInstalments } from './actions/creditInstalments'
export { createAllocationsCollection, createInstalmentsCollection } from './collection'
export { instalmentMachine } from './machine'
export {
  allocateOldestFirst,
  type OpenInstalment,
  type PaymentState,
  resolvePaymentState,
} from './rules'
export { instalmentsRuntime } from './runtime'

export { closeInstalment } from './actions/closeInstalment'
export { creditInstalments } from './actions/creditInstalments'
export { createAllocationsCollection, createInstalmentsCollection } from './collection'
export { instalmentMachine } from './machine'
export { findInstalments, type InstalmentWithMoney, selectInstalments } from './queries'
export {
  allocateOldestFirst,
  type OpenInstalment,
  type PaymentState,
  resolvePaymentState,
} from './rules'
export { instalmentsRuntime } from './runtime'

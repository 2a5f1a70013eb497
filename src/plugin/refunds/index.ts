export { requestRefund } from './actions/requestRefund'
export { createRefundsCollection } from './collection'
export { ASK_RATE, createRefundEndpoints } from './endpoints'
export { REFUND_STATEMENTS } from './guards'
export { refundMachine } from './machine'
export { findRefundTodos, ORDER_REFUNDS } from './panel'
export {
  findPublicRefunds,
  type PublicRefund,
  type PublicRefunds,
} from './queries/findPublicRefunds'
export { refundsRuntime } from './runtime'
export { askSchema, refundOptions, type RefundOptions } from './schema'
export { isNotRefunded } from './reasonChecks'
export { REFUND_TIMELINE } from './timeline'

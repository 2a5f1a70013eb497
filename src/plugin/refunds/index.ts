export { requestRefund } from './actions/requestRefund'
export { createRefundsCollection } from './collection'
export { createRefundTransfersCollection } from './transfers/collection'
export { TRANSFER_STATEMENTS } from './transfers/guards'
export { isOnItsWayBack } from './transfers/lockTransfer'
export { transferMachine } from './transfers/machine'
export { transferTask } from './transfers/task'
export { withdrawRefund } from './actions/withdrawRefund'
export { ASK_RATE, createRefundEndpoints, WITHDRAW_RATE } from './endpoints'
export { REFUND_STATEMENTS } from './guards'
export { refundMachine } from './machine'
export { findRefundTodos, ORDER_REFUNDS } from './panel'
export {
  findPublicRefunds,
  type PublicRefund,
  type PublicRefunds,
} from './queries/findPublicRefunds'
export { refundsRuntime } from './runtime'
export { askSchema, isRefundNumber, refundOptions, type RefundOptions } from './schema'
export { isNotRefunded } from './reasonChecks'
export { REFUND_TIMELINE } from './timeline'

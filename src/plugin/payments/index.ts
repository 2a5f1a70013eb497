export {
  askForInvoice,
  insertAttempt,
  type OpenPayment,
  type PaymentRequest,
  UNANSWERED,
} from './attempts/requestPayment'
export { cancelAttempts } from './attempts/cancelAttempts'
export { CHECK_QUESTION } from './attempts/checkQuestion'
export { createPaymentsCollection } from './attempts/collection'
export { sweepCron, sweepTask } from './expire/sweep'
export { expireTask } from './expire/task'
export { createPaymentEventsCollection } from './inbox/collection'
export { type CallbackAnswer, receiveCallback, type ReceivedRequest } from './inbox/receiveCallback'
export { buildPosting, createLedgerCollection } from './ledger'
export { LEDGER_ACCOUNT_WORDS, POSTING_WORDS } from './ledger/words'
export { paymentMachine } from './machine'
export type { AskedMoney, PaymentNews, PaymentOwner } from './owner'
export type * from './port'
export { findHolder } from './recorded/holder'
export { type Recorded, type RecordedTransfer, recordMoney } from './recorded/recordMoney'
export { createReviewsCollection } from './reviews/collection'
export type { ReviewDecision } from './reviews/carryOut'
export { decideReview } from './reviews/decide'
export { createReviewEndpoints } from './reviews/endpoints'
export { reviewMachine } from './reviews/machine'
export { REVIEW_KINDS, type ReviewKind } from './reviews/open'
export { paymentsRuntime } from './runtime'
export { settleAttempt, type SettleOutcome } from './settle/settleAttempt'
export { settleTask } from './settle/task'

export {
  allocateOldestFirst,
  type Allocation,
  type AskedFor,
  type OpenInstalment,
  resolveCreditable,
  sortByTurn,
} from './allocation'
export { type PaymentState, resolvePaymentState } from './paymentState'
export { type Payoff, resolvePayoff } from './payoff'
export {
  resolveStanding,
  type RowStatus,
  type Standing,
  type StandingDebt,
  type StandingRow,
} from './standing'

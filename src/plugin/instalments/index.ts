export { contractAnswer, kindAnswer, termsAnswer } from './answers'
export { closeInstalment } from './actions/closeInstalment'
export { fireReplaced } from './actions/fireReplaced'
export { creditInstalments } from './actions/creditInstalments'
export { buildContract, buildDebts, type NewContract } from './contracts/buildContract'
export { createAllocationsCollection, createInstalmentsCollection } from './collection'
export {
  createContractRevisionsCollection,
  createContractsCollection,
} from './contracts/collection'
export { type Arrears, findArrears } from './contracts/findArrears'
export { type DebtPayment, findDebtPayments } from './contracts/findDebtPayments'
export {
  type ContractRow,
  type PublicContract,
  selectContract,
  toPublicContract,
} from './contracts/publicContract'
export { createDocumentEndpoints } from './documents/endpoints'
export { isStampWorthy } from './documents/rules/stamp'
export { sayTerms } from './documents/terms'
export { keepContractParties } from './contracts/keepParties'
export { CONTRACT_STATEMENTS } from './guards'
export { instalmentMachine } from './machine'
export { addReportViews } from './panel'
export {
  findInstalments,
  type InstalmentWithMoney,
  selectInstalments,
  selectStandingRows,
} from './queries'
export {
  allocateOldestFirst,
  type AskedFor,
  type OpenInstalment,
  type PaymentState,
  type Payoff,
  resolveCreditable,
  resolvePaymentState,
  resolvePayoff,
  resolveStanding,
  type RowStatus,
  sortByTurn,
  type Standing,
  type StandingDebt,
  type StandingRow,
} from './rules'
export { instalmentsRuntime } from './runtime'
export { INSTALMENT_KINDS } from './words'
export {
  AGE_WORDS,
  type AgeRow,
  type CollectedRow,
  type ExpectedRow,
  findAgeing,
  findCollected,
  findExpected,
  findProducts,
  type ProductRow,
  sayMonth,
} from './reports'

export {
  AUTHORISATION_VERSION,
  authorisationText,
  CAPACITIES,
  type Capacity,
} from './authorisation'
export { type AnalysisDates, findDateFault } from './dates'
export { isWithin, readDomain } from './domain'
export { resolveNextLook, resolveProofUntil } from './looks'
export { canSubmit, isBeforeAnalysis } from './standing'

export { type Fields, isFields, isYes, readJson, rowsAt, textAt, valueAt } from './fields'
export { type Failure, unclear, verdictOfStatus } from './verdict'
export { type DriverOptions, faultsOf, runVerb } from './verb'
export { plainWords } from './words'

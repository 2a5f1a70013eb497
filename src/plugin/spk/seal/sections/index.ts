export { buildEvents, buildFiles, buildSealNote, buildSummary } from './record'
export { buildChecklist, buildDecision, buildFindings, buildMeterai } from './review'
export { heading, note, type Sheet } from './sheet'

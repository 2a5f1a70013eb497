export { ACCESS_WORDS, HOLDER } from './accessWords'
export { askRetest } from './actions/askRetest'
export { issueReportLink } from './actions/issueLink'
export { resendReport } from './actions/resendReport'
export { revealReportPassword } from './actions/revealReportPassword'
export { reportsAnswer } from './answers'
export { createReportAccessesCollection, createReportsCollection } from './collections'
export type { ReportTarget } from './content'
export { reportDesk } from './desk'
export { createReportDraftsCollection } from './drafts/collection'
export { createReportEndpoints } from './endpoints'
export { createFindingsCollection } from './findings/collection'
export { EVIDENCE_STATEMENTS, REPORT_STATEMENTS } from './guards'
export { reportMachine } from './machine'
export { reportReasons, revealReportInMessage } from './messages'
export {
  type PublicReports,
  type ReportsRow,
  selectReports,
  toPublicReports,
} from './queries/publicReports'
export { type ReportsRuntime, reportsRuntime } from './runtime'
export { reportOptions, type ReportOptions } from './schema'
export { buildReportTask } from './tasks'
export { REPORT_TIMELINE } from './timeline'

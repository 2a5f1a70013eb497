/** The front of the evidence: looks at what came back, and says what it saw. */
export { analyseReturn, type ReturnToAnalyse } from './analyseReturn'
export type { Analysis, Crop, FaultCode, Finding, Severity, SignalId } from './finding'
export type { ReadQr } from './judgePages'
export { hashDistance } from './signals/signatureHash'
export { compareStamped } from './compareStamped'
export { drawOwnPage } from './drawOwnPage'

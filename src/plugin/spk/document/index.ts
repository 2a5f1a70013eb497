export { type DrawnSpk, drawSpk } from './drawSpk'
export type { SpkIssue } from './issue'
export type { SpkBox, SpkLayout } from './layout'
export { buildQrPayload, buildSignedText, hashPageText, readQrPayload } from './qr'

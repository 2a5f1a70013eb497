export { type DrawnSpk, drawSpk } from './drawSpk'
export type { SpkIssue } from './issue'
export type { BoxKind, SpkBox, SpkLayout, SpkQr } from './layout'
export {
  buildQrPayload,
  buildSignedText,
  hashPageText,
  type QrMark,
  QUIET_MODULES,
  readQrPayload,
} from './qr'

import type { Labels } from '../../kernel/errors'
import type { MeteraiMode } from '../content'
import type { MeteraiVerdict } from '../emeterai/report'
import type { Finding } from '../evidence/finding'
import type { SealCertificate } from './sealKey'
import type { SpkChainHead, SpkFileFacts } from './verification'

/** One thing that happened, as the chain has it. */
export type AuditEvent = {
  at: Date
  /** Who, by name and part, e.g. `Budi Santoso (pelanggan)`. */
  by: string
  /** How a customer came, with the mark of his network; null for staff and for what the system did. */
  from: Labels | null
  /** Its link of the chain; null while it is not sealed. */
  hash: null | string
  seq: number
  what: Labels
}

/** What was found out about the e-Meterai, and what the official site said when somebody asked it. */
export type AuditMeterai = {
  /** As whoever asked it has written it down, with his name and when. */
  official: null | string
  serial: null | string
  signedAt: Date | null
  signer: null | string
  verdict: MeteraiVerdict
}

/** Who looked at what came back and agreed to it. */
export type AuditReviewer = { at: Date; name: string; part: 'first' | 'second' }

/**
 * Everything that the sheet behind an agreement tells: who did what when, what was seen, who decided.
 * No NIK stands in it, neither whole nor masked.
 */
export type AuditFacts = {
  chainHead: SpkChainHead
  /** What the reviewer had to look at, and whether it was ticked. */
  checklist: readonly { isTicked: boolean; text: Labels }[]
  /** SHA-256 (hex) of the canonical JSON of what both sides agreed on. */
  contentSha256: string
  customer: string
  events: readonly AuditEvent[]
  /** Everything that was kept; the attached ones have to be among them. */
  files: readonly SpkFileFacts[]
  findings: readonly Finding[]
  meterai: AuditMeterai | null
  mode: MeteraiMode
  number: string
  /** Why it was accepted although something was red; null when nothing was. */
  override: null | { at: Date; by: string; reason: string }
  provider: string
  reviewers: readonly AuditReviewer[]
  revision: number
  seal: SealCertificate
  /** Where anybody may compare a file with this sheet. */
  verifyUrl: string
}

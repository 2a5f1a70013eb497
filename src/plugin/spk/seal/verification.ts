import type { Labels } from '../../kernel/errors'
import type { CheckedLink } from '../../kernel/history'
import type { WibDay } from '../../kernel/time'

/**
 * Files of an agreement that are named by their fingerprint: `issued` as it was drawn, `stamped` with
 * its e-Meterai, `scan` and `photo` as they came back, `final` the accepted scan with e-Meterai, `sealed` the
 * final package.
 */
export const SPK_FILE_KINDS = ['issued', 'stamped', 'scan', 'photo', 'final', 'sealed'] as const

export type SpkFileKind = (typeof SPK_FILE_KINDS)[number]

/** What is said of a file without showing it. */
export type SpkFileFacts = {
  /** When it came to be, or arrived. */
  at: Date
  kind: SpkFileKind
  /** Pages; null for what has none, such as a photo. */
  pages: null | number
  /** Of its bytes, 64 small hexadecimal digits. */
  sha256: string
  /** Bytes. */
  size: number
}

/** Where the chain of what happened ends: `seq` moves on with every event. */
export type SpkChainHead = { hash: string; seq: number }

/**
 * What the public page `/v/<token>` says of an agreement to whoever holds its print: enough to tell a
 * file that was changed from one that was not, and nothing that is anybody's business.
 */
export type SpkVerification = {
  /**
   * Every move of the agreement that is sealed into the shop's chain, computed anew for this answer; no words,
   * whoever holds the audit sheet finds its links here. `waiting` are sealed within minutes.
   */
  chain: { links: readonly CheckedLink[]; waiting: number }
  dates: {
    agreedOn: WibDay
    confirmedAt: Date | null
    issuedAt: Date | null
    sealedAt: Date | null
  }
  /** In the order in which they came to be. */
  files: SpkFileFacts[]
  /** As `maskName` leaves them. */
  maskedNames: { customer: string; provider: string }
  number: string
  /** 0 for the first. */
  revision: number
  stateLabel: Labels
}

/** A name that its owner knows again and others cannot read: the first letter of each word. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]}***`)
    .join(' ')

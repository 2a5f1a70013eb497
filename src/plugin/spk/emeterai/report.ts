import type { Labels } from '../../kernel/errors'

/** What an e-Meterai turned out to be, from its file alone. */
export const METERAI_VERDICTS = [
  'VALID',
  'VALID_UNKNOWN_CA',
  'STAGING_SPECIMEN',
  'BROKEN',
  'IMAGE_ONLY',
  'NONE',
] as const

export type MeteraiVerdict = (typeof METERAI_VERDICTS)[number]

/** What was found out about a stamped file, offline and without Peruri. */
export type MeteraiReport = {
  /**
   * Whether text and pages are those of the issued document; only where the file does not begin with its bytes
   * and the stamp could be used otherwise.
   */
  content?: { isSameLook: boolean; isSameText: boolean }
  environment: 'PROD' | 'STAGING' | 'UNKNOWN'
  /** Whether the file begins with exactly the bytes that were to be stamped. */
  isPrefix: boolean
  /** What is wrong or worth knowing, one sentence each. */
  notes: Labels[]
  /** Where the stamp stands, in mm from the top left corner of its page; pages count from 1. */
  rect: null | { heightMm: number; page: number; widthMm: number; xMm: number; yMm: number }
  /** 22 characters `[0-9A-Z]`; null when there is none. */
  serial: null | string
  signedAt: Date | null
  signer: null | string
  verdict: MeteraiVerdict
}

import type { Labels } from '../../kernel/errors'

/** Signals of the fact sheet, S1–S16. */
export type SignalId = `S${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16}`

/**
 * How a finding is meant. `red`: what was sent back cannot be wet ink on our page, by its structure;
 * `amber`: look closely; `green`: what is expected; `blocking`: technical, it cannot be judged at all.
 * Never a verdict about a person.
 */
export type Severity = 'amber' | 'blocking' | 'green' | 'red'

/** One thing that was seen, in plain words; `page` of the issued document. `crop` names a picture. */
export type Finding = {
  crop?: string
  page: null | number
  severity: Severity
  signal: SignalId
  text: Labels
}

/** Why a file cannot be judged; the customer sends another one, no attempt is counted. */
export type FaultCode =
  | 'activeContent'
  | 'broken'
  | 'empty'
  | 'encrypted'
  | 'missingPages'
  | 'notPdf'
  | 'pageSize'
  | 'tooBig'
  | 'tooManyPages'
  | 'tooManyPixels'
  | 'tooSlow'
  | 'unreadable'
  | 'wrongDocument'
  | 'wrongRevision'

/** A picture that was taken out of what came back: JPEG. */
export type Crop = {
  bytes: Uint8Array
  height: number
  /** e.g. `page-1`, `signature`, `challenge`, `meterai`. */
  name: string
  width: number
}

/** What came of looking at a returned document. */
export type Analysis =
  | { detail: Labels; fault: FaultCode; kind: 'fault' }
  | {
      crops: Crop[]
      findings: Finding[]
      kind: 'analysed'
      /** Hash of the customer's signature for S13; hex, empty when there is no ink. */
      signatureHash: string
      /** Versions of what looked, for the record. */
      tools: Record<string, string>
    }

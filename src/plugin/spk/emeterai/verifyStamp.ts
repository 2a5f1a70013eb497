import type { Pdf } from './pdf/openPdf'
import type { MeteraiReport, MeteraiVerdict } from './report'
import type { SignatureField } from './signature/fields'
import type { Question } from './verifyEmeterai'

import { isSameBut } from './changes/equal'
import { findForeignChange } from './changes/findForeignChange'
import { type NoteKey, NOTES } from './notes'
import { openPdf } from './pdf/openPdf'
import { nameOf, PdfFault } from './pdf/values'
import { findPlace } from './placement'
import { findSerial } from './serial'
import { type SignedBytes, takeSignedBytes } from './signature/byteRange'
import { checkSignature, type SignatureCheck } from './signature/checkSignature'
import { signatureFieldsOf } from './signature/fields'
import { proofCertificatesOf } from './signature/proofs'

type Stamped = { isPrefix: boolean; pdf: Pdf; question: Question; stamp: SignatureField }

/** Larger than any e-Meterai that is asked for; beyond it a stamp could cover a page. */
const MAX_STAMP_MM = 60

const takeQuietly = ({ pdf, stamp }: Stamped): null | SignedBytes => {
  try {
    const isDetached = nameOf(stamp.value.get('SubFilter')).endsWith('.detached')
    return isDetached ? takeSignedBytes(pdf.bytes, stamp.value) : null
  } catch (error) {
    if (error instanceof PdfFault) {
      return null
    }
    throw error
  }
}

const checkQuietly = async (
  { pdf, question: { now, roots } }: Stamped,
  signed: null | SignedBytes,
): Promise<SignatureCheck> => {
  if (signed === null) {
    return { kind: 'broken' }
  }
  // What the readers of ASN.1 throw tells nothing more than that it is not a signature.
  return checkSignature({ more: proofCertificatesOf(pdf), now, roots, signed }).catch(() => ({
    kind: 'broken',
  }))
}

const findChange = ({ isPrefix, pdf, question, stamp }: Stamped, end: number): null | NoteKey => {
  const signed = openPdf(pdf.bytes.subarray(0, end))
  const own = signatureFieldsOf(signed).find(({ num }) => num === stamp.num)
  if (own === undefined || !isSameBut(own.value, stamp.value)) {
    return 'brokenSignature'
  }
  const issued = isPrefix ? openPdf(question.issued) : null
  const before =
    issued === null
      ? null
      : findForeignChange({ after: signed, before: issued, stamp: stamp.num }, 'changedBefore')
  return before ?? findForeignChange({ after: pdf, before: signed, stamp: -1 }, 'changedAfter')
}

/** Smaller, nobody sees it: the law wants it seen. */
const MIN_STAMP_MM = 5

const isTooBig = (rect: MeteraiReport['rect']): boolean =>
  rect !== null && Math.max(rect.widthMm, rect.heightMm) > MAX_STAMP_MM

const isHidden = (rect: MeteraiReport['rect']): boolean =>
  rect === null || Math.min(rect.widthMm, rect.heightMm) < MIN_STAMP_MM

const verdictOf = (
  { environment, isKnown }: SignatureCheck & { kind: 'intact' },
  { acceptsStaging }: Question,
): MeteraiVerdict => {
  if (environment === 'STAGING' && !acceptsStaging) {
    return 'STAGING_SPECIMEN'
  }
  return isKnown ? 'VALID' : 'VALID_UNKNOWN_CA'
}

const notesOf = (check: SignatureCheck & { kind: 'intact' }): NoteKey[] => {
  const notes = [
    check.environment === 'STAGING' && 'staging',
    !check.isKnown && 'unknownCa',
    !check.isTimeProven && 'timeUnproven',
  ] as const
  return notes.filter((note) => note !== false)
}

const faultsOf = (args: {
  change: null | NoteKey
  check: SignatureCheck
  rect: MeteraiReport['rect']
  serial: null | string
}): NoteKey[] => {
  const { change, check, rect, serial } = args
  const faults = [
    check.kind === 'broken' && 'brokenSignature',
    change !== null && change,
    serial === null && 'serial',
    isTooBig(rect) && 'bigStamp',
    isHidden(rect) && 'hidden',
  ] as const
  return [...new Set(faults.filter((fault) => fault !== false))]
}

/**
 * Judges one signed stamp: its serial, its signature, and that nothing but itself and its proofs came
 * into the file.
 *
 * @throws PdfFault when the file cannot be read far enough
 */
export async function verifyStamp(stamped: Stamped): Promise<MeteraiReport> {
  const { isPrefix, pdf, question, stamp } = stamped
  const signed = takeQuietly(stamped)
  const check = await checkQuietly(stamped, signed)
  const change = signed === null ? null : findChange(stamped, signed.end)
  const [rect, serial] = [findPlace(pdf, stamp), findSerial(stamp)]
  const faults = faultsOf({ change, check, rect, serial })
  const known = check.kind === 'intact' ? check : null
  const keys = [...faults, ...(known === null ? [] : notesOf(known))]
  return {
    environment: known?.environment ?? 'UNKNOWN',
    isPrefix,
    notes: keys.map((key) => NOTES[key]),
    rect,
    serial,
    signedAt: known?.signedAt ?? null,
    signer: known?.signer ?? null,
    verdict: known === null || faults.length > 0 ? 'BROKEN' : verdictOf(known, question),
  }
}

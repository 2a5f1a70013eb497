import type { X509Certificate } from 'node:crypto'

import type { MeteraiReport } from './report'

import { type NoteKey, NOTES } from './notes'
import { openPdf, type Pdf } from './pdf/openPdf'
import { isSamePicture, looksLikeStamp, placedPicturesOf } from './pictures/placedPictures'
import { looksLikeMeterai } from './serial'
import { readRoots } from './signature/chain'
import { signatureFieldsOf } from './signature/fields'
import { verifyStamp } from './verifyStamp'

/** What is to be judged, and by whose word. */
export type MeteraiQuestion = {
  /** For a demo and for tests: specimens of the test service count. */
  acceptsStaging: boolean
  /** The file that was to be stamped. */
  issued: Uint8Array
  now: Date
  /** Pinned issuers of e-Meterai and of timestamps, as PEM texts. */
  roots: readonly string[]
  /** The file that came back. */
  stamped: Uint8Array
}

/** A question whose roots have been read. */
export type Question = { issuedPdf: () => null | Pdf; roots: X509Certificate[] } & Omit<
  MeteraiQuestion,
  'roots'
>

const EMPTY: MeteraiReport = {
  environment: 'UNKNOWN',
  isPrefix: false,
  notes: [],
  rect: null,
  serial: null,
  signedAt: null,
  signer: null,
  verdict: 'NONE',
}

const say = (...keys: readonly NoteKey[]): MeteraiReport['notes'] => keys.map((key) => NOTES[key])

const isBeginning = (start: Uint8Array, whole: Uint8Array): boolean =>
  start.length > 0 && Buffer.compare(whole.subarray(0, start.length), start) === 0

const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')

const openQuietly = (bytes: Uint8Array): null | Pdf => {
  try {
    return openPdf(bytes)
  } catch {
    return null
  }
}

/** A file without a stamp that is signed: what is there instead. */
const judgeUnstamped = (pdf: Pdf, { issuedPdf }: Question): MeteraiReport => {
  const issued = issuedPdf()
  const known = issued === null ? [] : placedPicturesOf(issued)
  const pictures = placedPicturesOf(pdf)
  const isLoose = pictures.some(
    (picture) => looksLikeStamp(picture) && !known.some((each) => isSamePicture(each, picture)),
  )
  if (isLoose) {
    return { ...EMPTY, notes: say('imageOnly'), verdict: 'IMAGE_ONLY' }
  }
  const isSigned = signatureFieldsOf(pdf).some(({ value }) => value.size > 0)
  const isScan = pictures.some(({ isPage }) => isPage)
  const more = [isSigned && NOTES.otherSignature, isScan && NOTES.scan]
  return { ...EMPTY, notes: [...say('none'), ...more.filter((note) => note !== false)] }
}

const judge = async (question: Question, isPrefix: boolean): Promise<MeteraiReport> => {
  if (!isPdf(question.stamped)) {
    return { ...EMPTY, notes: say('notPdf') }
  }
  const pdf = openPdf(question.stamped)
  if (pdf.trailer.has('Encrypt')) {
    return { ...EMPTY, notes: say('encrypted'), verdict: 'BROKEN' }
  }
  const stamps = signatureFieldsOf(pdf).filter(looksLikeMeterai)
  const [stamp] = stamps
  if (stamp === undefined) {
    return judgeUnstamped(pdf, question)
  }
  const report = await verifyStamp({ isPrefix, pdf, question, stamp })
  return stamps.length === 1
    ? report
    : { ...report, notes: [...say('twoStamps'), ...report.notes], verdict: 'BROKEN' }
}

/**
 * Finds out what e-Meterai a file bears, offline: whether it is the issued file to the byte with nothing
 * but a stamp and its proofs behind it, whether its signature fits, and who made it. Whatever the file
 * is, there is an answer; what cannot be read is BROKEN.
 *
 * `isPrefix` and the verdict are two answers: a file of other bytes may bear a good stamp, and then text
 * and pages have to be compared.
 *
 * @throws TypeError when a root of the settings is no certificate
 */
export async function verifyEmeterai(asked: MeteraiQuestion): Promise<MeteraiReport> {
  const roots = readRoots(asked.roots)
  const issuedPdf = () => openQuietly(asked.issued)
  const isPrefix = isBeginning(asked.issued, asked.stamped)
  try {
    const report = await judge({ ...asked, issuedPdf, roots }, isPrefix)
    const notes = isPrefix ? report.notes : [...report.notes, NOTES.notPrefix]
    return { ...report, isPrefix, notes }
  } catch {
    // Everything that a reader throws, stack overflows included, is the file's doing.
    return { ...EMPTY, isPrefix, notes: say('unreadable'), verdict: 'BROKEN' }
  }
}

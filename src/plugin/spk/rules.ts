import type { MeteraiReport } from './emeterai/report'

/** Whether a stamp itself is in order, its office known to us or not. */
export const isWholeStamp = (verdict: MeteraiReport['verdict']): boolean =>
  verdict === 'VALID' || verdict === 'VALID_UNKNOWN_CA'

type Judged = Pick<MeteraiReport, 'content' | 'isPrefix' | 'verdict'>

/**
 * Whether a stamped file may be used without anybody's further word: its stamp is in order, and the file
 * begins with exactly the bytes that were to be stamped, or text and pages are the same.
 */
export const passesByItself = ({ content, isPrefix, verdict }: Judged): boolean =>
  verdict === 'VALID' && (isPrefix || (content?.isSameText === true && content.isSameLook))

/**
 * Whether staff may use a stamped file on their own responsibility: its office is not known to us, or the
 * official site wrote the file anew and its pages look a little different. What says something else, is
 * broken, missing, a picture or a specimen never passes (facts/spk.md §8).
 */
export const mayBeOverridden = ({ content, isPrefix, verdict }: Judged): boolean =>
  isWholeStamp(verdict) && (isPrefix || content?.isSameText === true)

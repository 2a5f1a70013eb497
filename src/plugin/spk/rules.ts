import type { MeteraiReport } from './emeterai/report'

/**
 * Whether a stamped file may be used without anybody's further word: its stamp is in order, and the file
 * begins with exactly the bytes that were to be stamped.
 */
export const passesByItself = ({
  isPrefix,
  verdict,
}: Pick<MeteraiReport, 'isPrefix' | 'verdict'>): boolean => isPrefix && verdict === 'VALID'

/**
 * Whether staff may use a stamped file on their own responsibility: its office is not known to us, or the
 * official site wrote the file anew. What is broken, missing, a picture or a specimen never passes
 * (facts/spk.md §8).
 */
export const mayBeOverridden = ({ verdict }: Pick<MeteraiReport, 'verdict'>): boolean =>
  verdict === 'VALID' || verdict === 'VALID_UNKNOWN_CA'

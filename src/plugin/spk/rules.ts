import type { MeteraiReport } from './emeterai/report'

/** Whether a stamp is in order as far as its file tells. Specimens pass in demonstrations only. */
const isStampSound = (
  { verdict }: Pick<MeteraiReport, 'verdict'>,
  { takesSpecimens }: { takesSpecimens: boolean },
): boolean => verdict === 'VALID' || (takesSpecimens && verdict === 'STAGING_SPECIMEN')

/**
 * Whether a stamped file may be used without anybody's further word: its stamp is in order, and the file
 * begins with exactly the bytes that were to be stamped.
 */
export const passesByItself = (
  report: Pick<MeteraiReport, 'isPrefix' | 'verdict'>,
  settings: { takesSpecimens: boolean },
): boolean => report.isPrefix && isStampSound(report, settings)

/**
 * Whether staff may use a stamped file on their own responsibility: its office is not known to us, or the
 * official site wrote the file anew. What is broken, missing or a picture never passes (facts/spk.md §8).
 */
export const mayBeOverridden = (
  report: Pick<MeteraiReport, 'verdict'>,
  settings: { takesSpecimens: boolean },
): boolean => report.verdict === 'VALID_UNKNOWN_CA' || isStampSound(report, settings)

import { type SQL, sql } from '../../kernel/payload'
import { precheckSize, type ReturnedKind, type Wrapped, wrapPictures } from '../inspect'

/** What a file is to the store, by its own bytes. */
export const MIMES: Record<ReturnedKind, string> = {
  jpeg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
}

/**
 * What a file that comes in changes of its agreement: a new scan counts as an attempt, and its review
 * begins anew; anything else only answers what was asked for.
 */
export const columnsForBrought = (isScan: boolean): SQL =>
  isScan
    ? sql`attempts = attempts + 1, wanted = null, reasons = null, vouched_by = null,
        confirmed_sha256 = null, checklist = null, override_reason = null`
    : sql`wanted = null`

/** Pictures of pages as one PDF that is small enough to be looked at, made in a process of its own. */
export const wrapPages = async (pictures: readonly Uint8Array[]): Promise<Wrapped> => {
  const wrapped = await wrapPictures(pictures)
  if (wrapped.fault !== null) {
    return wrapped
  }
  const fault = precheckSize(wrapped.bytes.length)
  return fault ? { at: null, fault } : wrapped
}

import { type Authority, createAuthority, stampPdf, type StampWish } from '@/dev/peruri/stamping'
import { type MeteraiQuestion, type MeteraiReport, verifyEmeterai } from '@/plugin/spk/emeterai'

import { issueDocument } from './documents'

/** When everything happens. */
export const now = new Date('2026-11-22T03:00:00Z')

/** A serial as real ones look. */
export const serial = '5K7TQ0WZ1XM94B2HGD8RVC'

/** An issued document, an authority with the names of real stamps, and ways to stamp and ask. */
export async function openScene() {
  const authority = createAuthority({ bits: 1_024, environment: 'production', now })
  const issued = await issueDocument()
  const stamp = (wish: Partial<StampWish> = {}, bytes: Uint8Array = issued) =>
    stampPdf(bytes, { at: now, authority, page: 2, rect: [400, 100, 454, 154], serial, ...wish })
  const ask = (
    stamped: Uint8Array,
    question: Partial<MeteraiQuestion> = {},
  ): Promise<MeteraiReport> =>
    verifyEmeterai({
      acceptsStaging: false,
      issued,
      now,
      roots: authority.roots,
      stamped,
      ...question,
    })
  return { ask, authority, issued, stamp }
}

/** See {@link openScene}. */
export type Scene = Awaited<ReturnType<typeof openScene>>

/** An authority that also signs with the key of its timestamps: known, but no signer of stamps. */
export const asTimeSigner = (authority: Authority): Authority => ({
  ...authority,
  signer: authority.time,
})

import { PDF } from '@libpdf/core'

import { openSeal, type SealKey } from './sealKey'

/** What is sealed, with what, and when. */
export type Sealing = SealKey & {
  at: Date
  bytes: Uint8Array
  /** Stands in the signature, for readers that show it. */
  reason: string
}

/** Name of the signature's field; e-Meterai fields are called `Emet…`. */
const FIELD = 'SegelLunas'

const beginsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(start.length, bytes.length)).equals(start)

/**
 * Seals a PDF: PAdES (`ETSI.CAdES.detached`) behind its bytes, which stay as they are. Throws as
 * `readSeal` when the key may not seal at `at`, and a plain error when the bytes would not stay.
 */
export const sealPdf = async ({ bytes, reason, ...key }: Sealing): Promise<Uint8Array> => {
  const { signer } = await openSeal(key)
  const pdf = await PDF.load(bytes)
  const sealed = await pdf.sign({
    fieldName: FIELD,
    reason,
    signer,
    signingTime: key.at,
    subFilter: 'ETSI.CAdES.detached',
  })
  if (!beginsWith(sealed.bytes, bytes)) {
    throw new Error('The seal would rewrite what it seals')
  }
  return sealed.bytes
}

/** A file of the record, as far as comparing needs it. */
export type ListedFile = { id: string; sha256: string; size: number }

/**
 * What came of comparing. `none` without a fingerprint: the file is larger than any of the record, so it
 * was not even read. `unsupported`: the browser computes no fingerprints on this page.
 */
export type Comparison =
  | { id: string; kind: 'same'; sha256: string }
  | { kind: 'failed' }
  | { kind: 'none'; sha256: null | string }
  | { kind: 'unsupported' }

type Comparing = {
  file: Blob
  files: readonly ListedFile[]
  /** `crypto.subtle`; browsers have none on a page without HTTPS. */
  subtle: Pick<SubtleCrypto, 'digest'> | undefined
}

const toHex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Compares a file with those of the record, here and now: its bytes go nowhere. */
export const compareFile = async ({ file, files, subtle }: Comparing): Promise<Comparison> => {
  if (!subtle) {
    return { kind: 'unsupported' }
  }
  if (file.size > Math.max(0, ...files.map(({ size }) => size))) {
    return { kind: 'none', sha256: null }
  }
  try {
    const sha256 = toHex(await subtle.digest('SHA-256', await file.arrayBuffer()))
    const same = files.find((each) => each.sha256 === sha256)
    return same ? { id: same.id, kind: 'same', sha256 } : { kind: 'none', sha256 }
  } catch {
    // It was moved or changed after it had been chosen, or lies on a disk that is gone.
    return { kind: 'failed' }
  }
}

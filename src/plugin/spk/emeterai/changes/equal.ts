import type { PdfValue } from '../pdf/values'

import { isKind } from '../pdf/values'

const isSameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  Buffer.compare(left, right) === 0

/** Whether two dictionaries say the same, but for some keys. */
export const isSameBut = (
  left: ReadonlyMap<string, PdfValue>,
  right: ReadonlyMap<string, PdfValue>,
  free: ReadonlySet<string> = new Set(),
): boolean =>
  [...new Set([...left.keys(), ...right.keys()])].every(
    (key) => free.has(key) || isSameValue(left.get(key), right.get(key)),
  )

const isSameList = (left: readonly PdfValue[], right: readonly PdfValue[]): boolean =>
  left.length === right.length && left.every((each, at) => isSameValue(each, right[at]))

/** Whether two values say the same; references are compared, not followed. */
export function isSameValue(left: PdfValue | undefined, right: PdfValue | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return isSameList(left, right)
  }
  if (isKind(left, 'ref') && isKind(right, 'ref')) {
    return left.num === right.num && left.gen === right.gen
  }
  if (isKind(left, 'name') && isKind(right, 'name')) {
    return left.name === right.name
  }
  if (isKind(left, 'string') && isKind(right, 'string')) {
    return isSameBytes(left.bytes, right.bytes)
  }
  return isKind(left, 'stream') && isKind(right, 'stream')
    ? isSameBytes(left.raw, right.raw) && isSameBut(left.entries, right.entries)
    : isSamePlain(left, right)
}

const isSamePlain = (left: PdfValue | undefined, right: PdfValue | undefined): boolean =>
  isKind(left, 'dict') && isKind(right, 'dict')
    ? isSameBut(left.entries, right.entries)
    : left === right

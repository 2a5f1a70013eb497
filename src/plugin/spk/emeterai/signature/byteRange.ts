import type { PdfValue } from '../pdf/values'

import { parseHex } from '../pdf/parseString'
import { isKind, numberOf, PdfFault } from '../pdf/values'

/** What a signature is made over, and the signature. */
export type SignedBytes = {
  /** The CMS with the zeros behind it. */
  contents: Uint8Array
  covered: Uint8Array<ArrayBuffer>
  /** Up to here the file is signed. */
  end: number
}

/** Far more than a signature with timestamp, certificates and proofs needs. */
const MAX_CONTENTS = 500_000

const isWhole = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0

const isSame = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0

/**
 * Takes what `/ByteRange` names: two pieces from the first byte on, with nothing between them but the
 * signature's own `/Contents`.
 *
 * @throws PdfFault when it names anything else: overlaps, holes, bytes that are not there
 */
export function takeSignedBytes(
  bytes: Uint8Array,
  signature: ReadonlyMap<string, PdfValue>,
): SignedBytes {
  const range = signature.get('ByteRange')
  const contents = signature.get('Contents')
  const numbers = Array.isArray(range) ? range.map(numberOf).filter(isWhole) : []
  const [first, length = 0, second = 0, rest = 0] = numbers
  if (!isKind(contents, 'string') || numbers.length !== 4 || first !== 0) {
    throw new PdfFault('ByteRange is not four numbers from 0')
  }
  const end = second + rest
  const isInside = length < second && second <= end && end <= bytes.length
  if (!isInside || second - length > MAX_CONTENTS * 2 + 2 || bytes[length] !== 0x3c) {
    throw new PdfFault('ByteRange lies outside of the file')
  }
  const gap = parseHex({ at: length, budget: { left: MAX_CONTENTS }, bytes })
  if (gap.to !== second || !isSame(gap.bytes, contents.bytes)) {
    throw new PdfFault('ByteRange leaves out more than the signature')
  }
  const covered = new Uint8Array(length + rest)
  covered.set(bytes.subarray(0, length))
  covered.set(bytes.subarray(second, end), length)
  return { contents: contents.bytes, covered, end }
}

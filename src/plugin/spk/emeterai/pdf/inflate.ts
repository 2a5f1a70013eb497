import { inflateSync } from 'node:zlib'

import type { PdfStream, PdfValue } from './values'

import { entriesOf, nameOf, numberOf, PdfFault } from './values'

const MAX_INFLATED = 16_000_000

/** PNG rows: each begins with how it was written. Only what xref and object streams use. */
const undoRows = (bytes: Uint8Array, columns: number): Uint8Array => {
  const width = columns + 1
  if (bytes.length % width !== 0) {
    throw new PdfFault('rows of a stream do not fit')
  }
  const out = new Uint8Array((bytes.length / width) * columns)
  for (let row = 0; row * width < bytes.length; row += 1) {
    const filter = bytes[row * width] ?? 0
    if (filter > 2) {
      throw new PdfFault('rows of a stream in an unknown way')
    }
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = filter === 1 && column > 0 ? (out[at - 1] ?? 0) : 0
      const above = filter === 2 && row > 0 ? (out[at - columns] ?? 0) : 0
      out[at] = (bytes[row * width + column + 1] ?? 0) + left + above
    }
  }
  return out
}

const one = (value: PdfValue | undefined): PdfValue | undefined =>
  Array.isArray(value) ? (value.length > 1 ? undefined : value[0]) : value

/**
 * What a stream holds: plain or Flate, with or without PNG rows. Never more than 16 MB, so that a
 * small file cannot fill the memory.
 *
 * @throws PdfFault for other filters and for what does not inflate
 */
export function inflateStream(stream: PdfStream): Uint8Array {
  const filter = stream.entries.get('Filter')
  if (filter === undefined || (Array.isArray(filter) && filter.length === 0)) {
    return stream.raw
  }
  if (nameOf(one(filter)) !== 'FlateDecode') {
    throw new PdfFault('filter not known')
  }
  const parms = entriesOf(one(stream.entries.get('DecodeParms')))
  const predictor = numberOf(parms.get('Predictor')) ?? 1
  const columns = numberOf(parms.get('Columns')) ?? 1
  const inflated = inflate(stream.raw)
  if (predictor < 10) {
    return inflated
  }
  if (!Number.isInteger(columns) || columns < 1 || columns > 64 || parms.has('Colors')) {
    throw new PdfFault('rows of a stream in an unknown way')
  }
  return undoRows(inflated, columns)
}

const inflate = (raw: Uint8Array): Uint8Array => {
  try {
    return inflateSync(raw, { maxOutputLength: MAX_INFLATED })
  } catch {
    throw new PdfFault('stream does not inflate')
  }
}

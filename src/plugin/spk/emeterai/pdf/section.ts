import type { PdfValue } from './values'

import { type Cursor, expectWord, isAt, readCount, readWord, skipSpace, spend } from './cursor'
import { inflateStream } from './inflate'
import { parseObject, parseValue } from './parseValue'
import { entriesOf, isKind, nameOf, numberOf, PdfFault } from './values'

/** Where an object stands: nowhere, at a place of the file, or inside an object stream. */
export type Entry =
  { at: number; gen: number; kind: 'at' } | { index: number; kind: 'in'; stream: number } | 'free'

/** One table of objects with its trailer. */
export type Section = {
  end: number
  entries: Map<number, Entry>
  /** Number of the object that a table in the form of a stream is. */
  own: null | number
  start: number
  trailer: Map<string, PdfValue>
}

const MAX_OBJECTS = 200_000

const addEntry = (entries: Map<number, Entry>, num: number, entry: Entry): void => {
  if (num > 8_388_607 || entries.size > MAX_OBJECTS || entries.has(num)) {
    throw new PdfFault('table of objects out of bounds')
  }
  entries.set(num, entry)
}

const readRows = (cursor: Cursor, entries: Map<number, Entry>): void => {
  const first = readCount(cursor)
  const count = readCount(cursor)
  for (let row = 0; row < count; row += 1) {
    const at = readCount(cursor)
    const gen = readCount(cursor)
    skipSpace(cursor)
    const mark = readWord(cursor)
    if (mark !== 'n' && mark !== 'f') {
      throw new PdfFault('row of a table not readable')
    }
    addEntry(entries, first + row, mark === 'f' ? 'free' : { at, gen, kind: 'at' })
  }
}

const readTable = (cursor: Cursor): Section => {
  const start = cursor.at
  const entries = new Map<number, Entry>()
  expectWord(cursor, 'xref')
  for (skipSpace(cursor); !isAt(cursor, 'trailer'); skipSpace(cursor)) {
    readRows(cursor, entries)
  }
  expectWord(cursor, 'trailer')
  const trailer = entriesOf(parseValue(cursor))
  return { end: cursor.at, entries, own: null, start, trailer }
}

const entryOf = ([type, second, third]: readonly number[]): Entry => {
  if (type === 0) {
    return 'free'
  }
  if (type !== 1 && type !== 2) {
    throw new PdfFault('row of a table not readable')
  }
  return type === 1
    ? { at: second ?? 0, gen: third ?? 0, kind: 'at' }
    : { index: third ?? 0, kind: 'in', stream: second ?? 0 }
}

const numbersOf = (value: PdfValue | undefined): number[] =>
  Array.isArray(value) ? value.map((each) => numberOf(each) ?? -1) : []

/** Rows of a table that is a stream: three numbers of fixed widths each; a width of 0 means type 1. */
const readFields = (bytes: Uint8Array, widths: number[]): number[][] => {
  const size = widths.reduce((sum, width) => sum + width, 0)
  if (
    bytes.length > MAX_OBJECTS * size ||
    widths.length !== 3 ||
    widths.some((width) => width < 0 || width > 6) ||
    size === 0
  ) {
    throw new PdfFault('table of objects not readable')
  }
  const rows: number[][] = []
  for (let at = 0; at + size <= bytes.length;) {
    rows.push(
      widths.map((width, field) => {
        let value = width === 0 && field === 0 ? 1 : 0
        for (const end = at + width; at < end; at += 1) {
          value = value * 256 + (bytes[at] ?? 0)
        }
        return value
      }),
    )
  }
  return rows
}

const readStreamTable = (cursor: Cursor): Section => {
  const start = cursor.at
  const { end, num, value } = parseObject(cursor, (length) => numberOf(length) ?? -1)
  if (!isKind(value, 'stream') || nameOf(value.entries.get('Type')) !== 'XRef') {
    throw new PdfFault('no table of objects')
  }
  const rows = readFields(inflateStream(value), numbersOf(value.entries.get('W')))
  spend(cursor, rows.length)
  const given = numbersOf(value.entries.get('Index'))
  const spans = given.length > 0 ? given : [0, numberOf(value.entries.get('Size')) ?? 0]
  const entries = new Map<number, Entry>()
  let next = 0
  for (let span = 0; span + 1 < spans.length; span += 2) {
    const [first = 0, count = 0] = spans.slice(span, span + 2)
    for (const [offset, row] of rows.slice(next, next + count).entries()) {
      addEntry(entries, first + offset, entryOf(row))
    }
    next += count
  }
  return { end, entries, own: num, start, trailer: value.entries }
}

/**
 * Reads the table of objects at the cursor, in either form. What only readers of one age see
 * (`XRefStm`) is read, too, the plain table before it.
 *
 * @throws PdfFault when there is none
 */
export function readSection(cursor: Cursor): Section {
  skipSpace(cursor)
  if (!isAt(cursor, 'xref')) {
    return readStreamTable(cursor)
  }
  const section = readTable(cursor)
  const hidden = numberOf(section.trailer.get('XRefStm'))
  if (hidden !== undefined) {
    const more = readStreamTable({ ...cursor, at: hidden })
    for (const [num, entry] of more.entries) {
      const known = section.entries.get(num)
      if (known === undefined || known === 'free') {
        section.entries.set(num, entry)
      }
    }
  }
  return section
}

import type { PdfDict, PdfName, PdfRef, PdfStream, PdfValue } from './values'

import {
  type Cursor,
  expectWord,
  isAt,
  isRegular,
  readCount,
  readWord,
  skipSpace,
  spend,
} from './cursor'
import { parseHex, parseLiteral } from './parseString'
import { isKind, PdfFault } from './values'

const MAX_DEPTH = 48

const parseName = (cursor: Cursor): PdfName => {
  expectWord(cursor, '/')
  const name = readWord(cursor).replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
  return { kind: 'name', name }
}

const parseArray = (cursor: Cursor, depth: number): PdfValue[] => {
  expectWord(cursor, '[')
  const values: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    if (isAt(cursor, ']')) {
      cursor.at += 1
      return values
    }
    values.push(parseValue(cursor, depth + 1))
  }
}

/** A key that stands twice is a fault: readers differ in which one they take. */
const parseDict = (cursor: Cursor, depth: number): PdfDict => {
  expectWord(cursor, '<<')
  const entries = new Map<string, PdfValue>()
  for (;;) {
    skipSpace(cursor)
    if (isAt(cursor, '>>')) {
      cursor.at += 2
      return { entries, kind: 'dict' }
    }
    const { name } = parseName(cursor)
    if (entries.has(name)) {
      throw new PdfFault('key twice')
    }
    entries.set(name, parseValue(cursor, depth + 1))
  }
}

const REST_OF_REF = /^[\s\0]+(\d{1,5})[\s\0]+R(?![^\s\0()<>[\]{}/%])/

/** A number, or the reference that begins with it. */
const parseNumber = (cursor: Cursor, word: string): number | PdfRef => {
  if (/^\d{1,10}$/.test(word)) {
    const ahead = Buffer.from(cursor.bytes.subarray(cursor.at, cursor.at + 40)).toString('latin1')
    const rest = REST_OF_REF.exec(ahead)
    if (rest !== null) {
      cursor.at += rest[0].length
      return { gen: Number(rest[1]), kind: 'ref', num: Number(word) }
    }
  }
  const value = Number(word)
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word) || !Number.isFinite(value)) {
    throw new PdfFault('no value')
  }
  return value
}

const WORDS: Readonly<Record<string, boolean | null>> = { false: false, null: null, true: true }

/**
 * Reads one value (not a stream).
 *
 * @throws PdfFault when there is none, or when it is nested or long beyond measure
 */
export function parseValue(cursor: Cursor, depth = 0): PdfValue {
  spend(cursor)
  if (depth > MAX_DEPTH) {
    throw new PdfFault('nested too deep')
  }
  skipSpace(cursor)
  switch (cursor.bytes[cursor.at]) {
    case 0x28:
      return parseLiteral(cursor)
    case 0x2f:
      return parseName(cursor)
    case 0x3c:
      return isAt(cursor, '<<') ? parseDict(cursor, depth) : parseHex(cursor)
    case 0x5b:
      return parseArray(cursor, depth)
    default:
      return parseWord(cursor)
  }
}

function parseWord(cursor: Cursor): boolean | null | number | PdfRef {
  const word = readWord(cursor)
  return word in WORDS ? (WORDS[word] ?? null) : parseNumber(cursor, word)
}

/** An object with its number, and where it ends. */
export type PdfObject = { end: number; gen: number; num: number; value: PdfValue }

/** Bytes of a stream: exactly as long as it says, and nothing but a line break after them. */
const readStream = (
  cursor: Cursor,
  dict: PdfDict,
  lengthOf: (value: PdfValue | undefined) => number,
): PdfStream => {
  expectWord(cursor, 'stream')
  cursor.at += isAt(cursor, '\r\n') ? 2 : isAt(cursor, '\n') ? 1 : 0
  const { at } = cursor
  const end = at + lengthOf(dict.entries.get('Length'))
  if (!(end >= at && end <= cursor.bytes.length)) {
    throw new PdfFault('stream without end')
  }
  cursor.at = end
  skipSpace(cursor)
  expectWord(cursor, 'endstream')
  return { entries: dict.entries, kind: 'stream', raw: cursor.bytes.subarray(at, end) }
}

/**
 * Reads `n g obj … endobj` at the cursor, white space before it passed.
 *
 * @throws PdfFault when there is none
 */
export function parseObject(
  cursor: Cursor,
  lengthOf: (value: PdfValue | undefined) => number,
): PdfObject {
  const num = readCount(cursor)
  const gen = readCount(cursor)
  skipSpace(cursor)
  expectWord(cursor, 'obj')
  if (isRegular(cursor.bytes[cursor.at])) {
    throw new PdfFault('no obj')
  }
  let value = parseValue(cursor)
  skipSpace(cursor)
  if (isKind(value, 'dict') && isAt(cursor, 'stream')) {
    value = readStream(cursor, value, lengthOf)
    skipSpace(cursor)
  }
  expectWord(cursor, 'endobj')
  return { end: cursor.at, gen, num, value }
}

import type { PdfString } from './values'

import { type Cursor, isWhite, spend } from './cursor'
import { PdfFault } from './values'

const ESCAPES: Readonly<Record<string, number>> = { b: 8, f: 12, n: 10, r: 13, t: 9 }

/** Far more than any signature or text needs; a file of nothing but one string stays cheap. */
const MAX_STRING = 2_000_000

const OCTAL = /^[0-7]{1,3}/

/** What a backslash means, with the bytes that it takes; a broken line gives nothing. */
const readEscape = (bytes: Uint8Array, at: number): { byte?: number; taken: number } => {
  const next = Buffer.from(bytes.subarray(at, at + 3)).toString('latin1')
  const octal = OCTAL.exec(next)?.[0]
  if (octal !== undefined) {
    return { byte: parseInt(octal, 8) & 0xff, taken: octal.length }
  }
  if (next.startsWith('\r\n')) {
    return { taken: 2 }
  }
  const letter = next.charAt(0)
  return letter === '\r' || letter === '\n'
    ? { taken: 1 }
    : { byte: ESCAPES[letter] ?? bytes[at], taken: 1 }
}

/** Reads `(…)` with its brackets within brackets and escapes, octal ones too. */
export const parseLiteral = (cursor: Cursor): PdfString => {
  const { bytes } = cursor
  const from = cursor.at
  const out: number[] = []
  let depth = 0
  for (;;) {
    const byte = bytes[cursor.at]
    spend(cursor)
    if (byte === undefined || cursor.at - from > MAX_STRING) {
      throw new PdfFault('string without end')
    }
    cursor.at += 1
    if (byte === 0x5c) {
      const escape = readEscape(bytes, cursor.at)
      cursor.at += escape.taken
      out.push(...(escape.byte === undefined ? [] : [escape.byte]))
      continue
    }
    depth += byte === 0x28 ? 1 : byte === 0x29 ? -1 : 0
    if (depth === 0) {
      return { bytes: Uint8Array.from(out), from, kind: 'string', to: cursor.at }
    }
    if (depth > 1 || byte !== 0x28) {
      out.push(byte)
    }
  }
}

const digitOf = (byte: number): number => {
  const digit = parseInt(String.fromCharCode(byte), 16)
  if (Number.isNaN(digit)) {
    throw new PdfFault('no hexadecimal digit')
  }
  return digit
}

/** Reads `<…>`; a missing last digit is zero. */
export const parseHex = (cursor: Cursor): PdfString => {
  const { bytes } = cursor
  const from = cursor.at
  const end = bytes.indexOf(0x3e, from)
  if (end < 0 || end - from > MAX_STRING) {
    throw new PdfFault('string without end')
  }
  spend(cursor, (end - from) >> 4)
  const digits: number[] = []
  for (let at = from + 1; at < end; at += 1) {
    if (!isWhite(bytes[at])) {
      digits.push(digitOf(bytes[at] ?? 0))
    }
  }
  const out = Uint8Array.from({ length: (digits.length + 1) >> 1 }, (_, index) => {
    return ((digits[index * 2] ?? 0) << 4) | (digits[index * 2 + 1] ?? 0)
  })
  cursor.at = end + 1
  return { bytes: out, from, kind: 'string', to: cursor.at }
}

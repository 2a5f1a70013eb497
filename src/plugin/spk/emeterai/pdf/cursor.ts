import { PdfFault } from './values'

/** A place in the bytes that are read; `budget` bounds the work of one whole file. */
export type Cursor = { at: number; budget: { left: number }; bytes: Uint8Array }

const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((letter) => letter.charCodeAt(0)))

/** Whether a byte parts two words. */
export const isWhite = (byte: number | undefined): boolean => byte !== undefined && WHITE.has(byte)

/** Whether a byte belongs to a word. */
export const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !WHITE.has(byte) && !DELIMITERS.has(byte)

/** Takes one piece of work from the budget. */
export const spend = (cursor: Cursor, units = 1): void => {
  cursor.budget.left -= units
  if (cursor.budget.left < 0) {
    throw new PdfFault('too much to read')
  }
}

/** Passes white space and comments. */
export const skipSpace = (cursor: Cursor): void => {
  const { bytes } = cursor
  for (;;) {
    while (isWhite(bytes[cursor.at])) {
      cursor.at += 1
    }
    if (bytes[cursor.at] !== 0x25) {
      return
    }
    while (cursor.at < bytes.length && bytes[cursor.at] !== 10 && bytes[cursor.at] !== 13) {
      cursor.at += 1
    }
  }
}

/** Whether exactly these letters stand here. */
export const isAt = (cursor: Cursor, word: string): boolean => {
  for (let index = 0; index < word.length; index += 1) {
    if (cursor.bytes[cursor.at + index] !== word.charCodeAt(index)) {
      return false
    }
  }
  return true
}

/** Passes these letters, or fails. */
export const expectWord = (cursor: Cursor, word: string): void => {
  if (!isAt(cursor, word)) {
    throw new PdfFault(`no ${word}`)
  }
  cursor.at += word.length
}

const MAX_WORD = 128

/** Reads letters up to white space or a bracket; may be empty. */
export const readWord = (cursor: Cursor): string => {
  const from = cursor.at
  while (isRegular(cursor.bytes[cursor.at])) {
    cursor.at += 1
    if (cursor.at - from > MAX_WORD) {
      throw new PdfFault('word without end')
    }
  }
  spend(cursor)
  return Buffer.from(cursor.bytes.subarray(from, cursor.at)).toString('latin1')
}

/** Reads a whole number of at most ten digits after white space, or fails. */
export const readCount = (cursor: Cursor): number => {
  skipSpace(cursor)
  const word = readWord(cursor)
  if (!/^\d{1,10}$/.test(word)) {
    throw new PdfFault('no number')
  }
  return Number(word)
}

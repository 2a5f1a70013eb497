import type { Cursor } from './cursor'
import type { Pdf } from './openPdf'
import type { Section } from './section'
import type { PdfValue } from './values'

import { expectWord, isAt, readCount, skipSpace } from './cursor'
import { parseObject } from './parseValue'
import { numberOf, PdfFault } from './values'

/** Passes `startxref n %%EOF` after a table; `%%EOF` is told from a comment by its place. */
const passEnd = (cursor: Cursor, start: number): void => {
  skipSpace(cursor)
  expectWord(cursor, 'startxref')
  if (readCount(cursor) !== start) {
    throw new PdfFault('startxref names another table')
  }
  while (cursor.at < cursor.bytes.length && !isAt(cursor, '%%EOF')) {
    if (![9, 10, 13, 32].includes(cursor.bytes[cursor.at] ?? 0)) {
      throw new PdfFault('no %%EOF')
    }
    cursor.at += 1
  }
  expectWord(cursor, '%%EOF')
}

/** Objects of one increment up to its table; each must stand where the table says. */
const passObjects = (cursor: Cursor, section: Section, pdf: Pdf): void => {
  const lengthOf = (value: PdfValue | undefined) => numberOf(pdf.resolve(value)) ?? -1
  const found = new Set<number>()
  for (skipSpace(cursor); cursor.at < section.start; skipSpace(cursor)) {
    const { at } = cursor
    const { end, gen, num } = parseObject(cursor, lengthOf)
    const entry = section.entries.get(num)
    const isListed = typeof entry === 'object' && entry.kind === 'at' && entry.at === at
    if (!isListed || entry.gen !== gen || found.has(num)) {
      throw new PdfFault('object that no table lists')
    }
    found.add(num)
    cursor.at = end
  }
  if (cursor.at !== section.start) {
    throw new PdfFault('bytes that belong to nothing')
  }
  for (const [num, entry] of section.entries) {
    const holder = typeof entry === 'object' && entry.kind === 'in' ? entry.stream : num
    if (entry !== 'free' && !found.has(holder) && holder !== section.own) {
      throw new PdfFault('table lists what is not there')
    }
  }
}

/**
 * Whether everything from `from` on is whole increments and nothing else: objects, their table, the
 * end mark. Bytes that belong to nothing, objects without a row and rows without an object are refused,
 * because readers that rebuild a file would see another document than readers that trust its tables.
 *
 * @returns the numbers of all objects that were written
 * @throws PdfFault for the first thing that does not belong there
 */
export function readIncrements({ from, pdf }: { from: number; pdf: Pdf }): Set<number> {
  const sections = pdf.sections.filter(({ start }) => start >= from)
  const cursor: Cursor = { at: from, budget: { left: 30_000_000 }, bytes: pdf.bytes }
  for (const section of sections.toReversed()) {
    if (section.trailer.has('XRefStm')) {
      throw new PdfFault('objects that readers of one age do not see')
    }
    passObjects(cursor, section, pdf)
    cursor.at = section.end
    passEnd(cursor, section.start)
  }
  skipSpace(cursor)
  if (cursor.at !== pdf.bytes.length) {
    throw new PdfFault('bytes that belong to nothing')
  }
  return new Set(sections.flatMap(({ entries }) => [...entries.keys()]))
}

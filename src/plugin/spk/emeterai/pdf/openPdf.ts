import type { PdfRef, PdfValue } from './values'

import { type Cursor, readCount } from './cursor'
import { inflateStream } from './inflate'
import { parseObject, parseValue } from './parseValue'
import { type Entry, readSection, type Section } from './section'
import { isKind, numberOf, PdfFault } from './values'

const MAX_SECTIONS = 64

/** Pieces of work that one view of a file may cost: far more than an honest file of 15 MB needs. */
const BUDGET = 30_000_000

/** Letters from the end in which the last `startxref` is looked for. */
const TAIL = 2_048

/** A file as it stood when it ended here: nothing of it is rebuilt or guessed. */
export type Pdf = {
  bytes: Uint8Array
  /** The object of a number; undefined when it has none or it was given up. */
  find: (num: number) => PdfValue | undefined
  /** Numbers of all objects. */
  numbers: () => number[]
  /** Follows references; what leads nowhere is null. */
  resolve: (value: PdfValue | undefined) => PdfValue
  /** Tables, newest first. */
  sections: Section[]
  trailer: Map<string, PdfValue>
}

const findTail = (bytes: Uint8Array): number => {
  const from = Math.max(0, bytes.length - TAIL)
  const at = Buffer.from(bytes.subarray(from)).toString('latin1').lastIndexOf('startxref')
  if (at < 0) {
    throw new PdfFault('no startxref')
  }
  return from + at + 'startxref'.length
}

/** All tables from the last one back to the first, each once. */
const readSections = (cursor: Cursor): Section[] => {
  const sections: Section[] = []
  const seen = new Set<number>()
  let next: number | undefined = readCount({ ...cursor, at: findTail(cursor.bytes) })
  while (next !== undefined) {
    if (seen.has(next) || seen.size >= MAX_SECTIONS || next >= cursor.bytes.length) {
      throw new PdfFault('tables of objects lead in a circle or nowhere')
    }
    seen.add(next)
    const section = readSection({ ...cursor, at: next })
    sections.push(section)
    next = numberOf(section.trailer.get('Prev'))
  }
  return sections
}

/** Which entry counts for each number: the newest. */
const mergeEntries = (sections: readonly Section[]): Map<number, Entry> => {
  const merged = new Map<number, Entry>()
  for (const { entries } of sections.toReversed()) {
    for (const [num, entry] of entries) {
      merged.set(num, entry)
    }
  }
  return merged
}

type Unpacked = { bytes: Uint8Array; places: { at: number; num: number }[] }

type Reader = {
  cursor: Cursor
  entries: Map<number, Entry>
  open: Set<number>
  unpacked: Map<number, Unpacked>
}

/** How long a stream says it is; its number may stand in an object of its own. */
const lengthIn =
  (reader: Reader) =>
  (value: PdfValue | undefined): number => {
    const length = isKind(value, 'ref') ? readEntry(reader, value.num) : value
    return numberOf(length) ?? -1
  }

const readPlaced = (reader: Reader, num: number, at: number): PdfValue => {
  const object = parseObject({ ...reader.cursor, at }, lengthIn(reader))
  if (object.num !== num) {
    throw new PdfFault('another object than the table says')
  }
  return object.value
}

type Packed = Extract<Entry, { kind: 'in' }>

/** What all streams of objects of one file may hold together. */
const MAX_UNPACKED = 64_000_000

/** Opens a stream of objects once: where each of its objects begins. */
const unpack = (reader: Reader, stream: number): Unpacked => {
  const known = reader.unpacked.get(stream)
  if (known !== undefined) {
    return known
  }
  const holder = readEntry(reader, stream)
  if (!isKind(holder, 'stream')) {
    throw new PdfFault('no stream of objects')
  }
  const bytes = inflateStream(holder)
  const cursor: Cursor = { ...reader.cursor, at: 0, bytes }
  const count = numberOf(holder.entries.get('N')) ?? 0
  const first = numberOf(holder.entries.get('First')) ?? 0
  const places: Unpacked['places'] = []
  while (places.length < count) {
    places.push({ num: readCount(cursor), at: first + readCount(cursor) })
  }
  const unpacked = { bytes, places }
  reader.unpacked.set(stream, unpacked)
  const total = [...reader.unpacked.values()].reduce((sum, each) => sum + each.bytes.length, 0)
  if (total > MAX_UNPACKED) {
    throw new PdfFault('too much to read')
  }
  return unpacked
}

const readPacked = (reader: Reader, num: number, { index, stream }: Packed): PdfValue => {
  const { bytes, places } = unpack(reader, stream)
  const place = places[index]
  if (place?.num !== num) {
    throw new PdfFault('another object than the table says')
  }
  return parseValue({ ...reader.cursor, at: place.at, bytes })
}

function readEntry(reader: Reader, num: number): PdfValue | undefined {
  const entry = reader.entries.get(num)
  if (entry === undefined || entry === 'free') {
    return undefined
  }
  if (reader.open.has(num) || reader.open.size > 32) {
    throw new PdfFault('object needs itself')
  }
  reader.open.add(num)
  const value =
    entry.kind === 'at' ? readPlaced(reader, num, entry.at) : readPacked(reader, num, entry)
  reader.open.delete(num)
  return value
}

const follow = (pdf: Pick<Pdf, 'find'>, value: PdfValue | undefined): PdfValue => {
  let current = value ?? null
  for (let steps = 0; isKind(current, 'ref'); steps += 1) {
    if (steps > 16) {
      throw new PdfFault('references lead in a circle')
    }
    current = pdf.find((current as PdfRef).num) ?? null
  }
  return current
}

/**
 * Opens a file by its tables alone.
 *
 * @throws PdfFault when the tables cannot be read to the letter; later, from `find` and `resolve`,
 *   when an object cannot
 */
export function openPdf(bytes: Uint8Array): Pdf {
  const cursor: Cursor = { at: 0, budget: { left: BUDGET }, bytes }
  const sections = readSections(cursor)
  const entries = mergeEntries(sections)
  const reader: Reader = { cursor, entries, open: new Set(), unpacked: new Map() }
  const known = new Map<number, PdfValue | undefined>()
  const find = (num: number): PdfValue | undefined => {
    if (!known.has(num)) {
      known.set(num, readEntry(reader, num))
    }
    return known.get(num)
  }
  return {
    bytes,
    find,
    numbers: () => [...entries].filter(([, entry]) => entry !== 'free').map(([num]) => num),
    resolve: (value) => follow({ find }, value),
    sections,
    trailer: sections[0]?.trailer ?? new Map<string, PdfValue>(),
  }
}

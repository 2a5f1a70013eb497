import { type PDFDict, PDFDocument, PDFRef } from 'pdf-lib'

/** An opened file and where its last table stands. */
export type Opened = { bytes: Buffer; document: PDFDocument; prev: number; size: number }

/** Opens a file without changing it. */
export async function openForIncrement(bytes: Uint8Array): Promise<Opened> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const text = Buffer.from(bytes)
  const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.subarray(-200).toString('latin1'))
  const size = document.context.largestObjectNumber + 1
  return { bytes: text, document, prev: Number(tail?.[1]), size }
}

/** A stream as it is written. */
export const streamText = (dict: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${body.length} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ])

/** A dictionary of the library as it is written. */
export const dictText = (dict: PDFDict): Buffer => Buffer.from(dict.toString(), 'latin1')

const refText = (ref: unknown): string => (ref instanceof PDFRef ? ref.toString() : '')

const trailerText = ({ document, prev }: Opened, size: number): string => {
  const { ID, Info, Root } = document.context.trailerInfo
  const info = refText(Info) && `/Info ${refText(Info)} `
  const id = ID ? `/ID ${ID.toString()} ` : ''
  return `/Size ${size} /Root ${refText(Root)} ${info}${id}/Prev ${prev}`
}

const spansOf = (numbers: readonly number[]): number[][] => {
  const spans: number[][] = []
  for (const num of numbers) {
    const last = spans.at(-1)
    if (last?.at(-1) === num - 1) {
      last.push(num)
    } else {
      spans.push([num])
    }
  }
  return spans
}

type Places = Map<number, number>

const writeTable = (opened: Opened, places: Places): string => {
  const numbers = [...places.keys()].sort((left, right) => left - right)
  const rows = spansOf(numbers).map((span) => {
    const lines = span.map((num) => `${String(places.get(num)).padStart(10, '0')} 00000 n \n`)
    return `${span[0]} ${span.length}\n${lines.join('')}`
  })
  const size = Math.max(opened.size, ...numbers.map((num) => num + 1))
  return `xref\n${rows.join('')}trailer\n<< ${trailerText(opened, size)} >>\n`
}

/** The same table as a stream, for files whose tables are streams. */
const writeStreamTable = (opened: Opened, places: Places, at: number): Buffer => {
  const own = Math.max(opened.size, ...places.keys()) + 1
  const all: Places = new Map([...places, [own, at]])
  const numbers = [...all.keys()].sort((left, right) => left - right)
  const body = Buffer.alloc(numbers.length * 7)
  numbers.forEach((num, row) => {
    body.writeUInt8(1, row * 7)
    body.writeUInt32BE(all.get(num) ?? 0, row * 7 + 1)
  })
  const index = spansOf(numbers).map((span) => `${span[0]} ${span.length}`)
  const dict = `/Type /XRef /W [1 4 2] /Index [${index.join(' ')}] ${trailerText(opened, own + 1)}`
  return Buffer.concat([
    Buffer.from(`${own} 0 obj\n`),
    streamText(dict, body),
    Buffer.from('\nendobj\n'),
  ])
}

/** Appends objects, their table in the file's own form, and the end; what was there is not touched. */
export function appendIncrement(
  opened: Opened,
  objects: ReadonlyMap<number, Buffer | string>,
): Buffer {
  const places: Places = new Map()
  const parts: Buffer[] = [opened.bytes, Buffer.from('\n')]
  let at = opened.bytes.length + 1
  for (const [num, body] of objects) {
    const text = [Buffer.from(`${num} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]
    places.set(num, at)
    parts.push(...text)
    at += text.reduce((sum, part) => sum + part.length, 0)
  }
  const isTable = opened.bytes.subarray(opened.prev, opened.prev + 4).toString() === 'xref'
  const table = isTable ? writeTable(opened, places) : writeStreamTable(opened, places, at)
  return Buffer.concat([...parts, Buffer.from(table), Buffer.from(`startxref\n${at}\n%%EOF\n`)])
}

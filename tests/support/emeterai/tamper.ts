import { deflateSync } from 'node:zlib'
import { PDFDocument, type PDFDict, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'

import { appendIncrement, openForIncrement, streamText } from '@/dev/peruri/stamping'

type Objects = Map<number, Buffer | string>

/** Appends an increment to a file; `write` names the objects, new numbers from `size` on. */
export async function append(
  bytes: Uint8Array,
  write: (document: PDFDocument, size: number) => Iterable<[number, Buffer | string]>,
): Promise<Buffer> {
  const opened = await openForIncrement(bytes)
  const objects: Objects = new Map(write(opened.document, opened.size))
  return appendIncrement(opened, objects)
}

/** A dictionary as it stands, with one entry more or another. */
export const withEntry = (dict: PDFDict, key: string, value: string): string =>
  withEntries(dict, { [key]: value })

/** See {@link withEntry}. */
export const withEntries = (dict: PDFDict, entries: Record<string, string>): string => {
  const kept = dict.entries().filter(([name]) => !(name.decodeText() in entries))
  const old = kept.map(([name, value]) => `${name.toString()} ${value.toString()}`)
  const own = Object.entries(entries).map(([name, value]) => `/${name} ${value}`)
  return `<< ${[...old, ...own].join('\n')} >>`
}

/** Draws something over the first page: its contents become a list with one stream more. */
export const addOverlay = (bytes: Uint8Array): Promise<Buffer> =>
  append(bytes, (document, size) => {
    const page = document.getPage(0)
    const old = page.node.get(PDFName.of('Contents'))
    const drawing = streamText('', Buffer.from('1 1 1 rg 60 740 400 40 re f'))
    const contents = `[${old?.toString().replace(/[[\]]/g, '')} ${size} 0 R]`
    return [
      [size, drawing],
      [page.ref.objectNumber, withEntry(page.node, 'Contents', contents)],
    ]
  })

/** Puts a note with an appearance of its own onto the first page. */
export const addNote = (bytes: Uint8Array, entries = ''): Promise<Buffer> =>
  append(bytes, (document, size) => {
    const page = document.getPage(0)
    const note = `<< /Type /Annot /Subtype /FreeText /Rect [60 740 460 780] /DA () ${entries} >>`
    return [
      [size, note],
      [page.ref.objectNumber, withEntry(page.node, 'Annots', annotationsWith(page, size))],
    ]
  })

/** The page's list of annotations with one more. */
export const annotationsWith = ({ node }: PDFPage, num: number): string => {
  const old = node.Annots()?.toString().replace(/[[\]]/g, '') ?? ''
  return `[${old} ${num} 0 R]`
}

/** Gives the catalog an entry. */
export const addToCatalog = (bytes: Uint8Array, key: string, value: string): Promise<Buffer> =>
  append(bytes, ({ catalog, context }) => {
    const root = context.trailerInfo.Root as PDFRef
    return [[root.objectNumber, withEntry(catalog, key, value)]]
  })

/** Draws a picture that is square, in pixels and in mm, as somebody pastes a stamp. */
export async function pastePicture(
  bytes: Uint8Array,
  { pixels = 183, points = 54 }: { pixels?: number; points?: number } = {},
): Promise<Buffer> {
  return append(bytes, (document, size) => {
    const page = document.getPage(1)
    const old = page.node.get(PDFName.of('Contents'))?.toString().replace(/[[\]]/g, '')
    const picture = streamText(
      `/Type /XObject /Subtype /Image /Width ${pixels} /Height ${pixels}` +
        ' /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
      deflateSync(Buffer.alloc(pixels * pixels, 0x80)),
    )
    const drawing = streamText('', Buffer.from(`q ${points} 0 0 ${points} 400 100 cm /Stamp Do Q`))
    const resources = `<< /XObject << /Stamp ${size} 0 R >> >>`
    const contents = `[${old} ${size + 1} 0 R]`
    return [
      [size, picture],
      [size + 1, drawing],
      [page.ref.objectNumber, withEntries(page.node, { Contents: contents, Resources: resources })],
    ]
  })
}

/** Another byte in the place of the first one of a text. */
export const swapByte = (bytes: Uint8Array, text: string, by = 1): Buffer => {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(text)
  if (at < 0) {
    throw new RangeError(`The file does not hold ${text}`)
  }
  copy.writeUInt8((copy.readUInt8(at) + by) % 256, at)
  return copy
}

/** A text in the place of another one of the same length. */
export const swapText = (bytes: Uint8Array, from: string, to: string): Buffer => {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(from)
  if (at < 0 || from.length !== to.length) {
    throw new RangeError(`The file does not hold ${from}, or the lengths differ`)
  }
  copy.write(to, at, 'latin1')
  return copy
}

/** Opens and saves with an editor that writes everything anew. */
export const rewrite = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).save()

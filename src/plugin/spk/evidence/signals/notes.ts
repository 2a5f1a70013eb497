import type { PDFDocumentProxy, PDFPageProxy } from '../../inspect/inside'
import type { Finding } from '../finding'

import {
  boundsToMm,
  isWritten,
  type Note,
  type PageView,
  pointsToMm,
  sharedArea,
} from '../pageView'
import { toBounds } from '../structure/matrix'
import { find } from './finding'

/** What people put over a page with a program. Links and bookmarks draw nothing. */
const DRAWING = new Set([
  'Caret',
  'Circle',
  'FreeText',
  'Highlight',
  'Ink',
  'Line',
  'PolyLine',
  'Polygon',
  'Redact',
  'Square',
  'Stamp',
  'Watermark',
])

type Annotation = {
  annotationFlags?: number
  fieldType?: string
  fieldValue?: unknown
  rect?: number[]
  subtype?: string
}

/** Notes and filled fields of a page. */
export const readNotes = async (page: PDFPageProxy): Promise<Note[]> => {
  const found = (await page.getAnnotations()) as Annotation[]
  return found.flatMap(({ fieldType, fieldValue, rect, subtype = '' }) => {
    const isFilled = fieldType === 'Tx' && typeof fieldValue === 'string' && fieldValue !== ''
    const isNote = DRAWING.has(subtype) || isFilled
    return isNote && rect ? [{ bounds: toBounds(rect), isFilled, kind: subtype }] : []
  })
}

/** S5: notes and drawings over the page. */
export const findNotes = (view: PageView): Finding[] => {
  const { boxes, issued, notes } = view
  const toMm = pointsToMm(view)
  const written = boxes.filter(isWritten)
  const over = notes.filter(({ bounds }) =>
    written.some((box) => sharedArea(boundsToMm(bounds, toMm), box) > 0),
  )
  const page = issued.number
  return [
    ...(over.length > 0
      ? [find('S5', 'red', { crop: 'signature', page, text: 'annotation' })]
      : []),
    ...(over.length < notes.length
      ? [find('S5', 'amber', { page, text: 'annotationElsewhere' })]
      : []),
  ]
}

const EMETERAI = /^Emet[0-9A-Z]{22}/

/** S6: a signature made by a certificate; an e-Meterai is none. */
export const findCertified = async (
  pdf: PDFDocumentProxy,
  bytes: Uint8Array,
): Promise<Finding[]> => {
  const fields = (await pdf.getFieldObjects()) as null | Record<string, { type?: string }[]>
  const signed = Object.entries(fields ?? {}).filter(
    ([name, entries]) => !EMETERAI.test(name) && entries.some(({ type }) => type === 'signature'),
  )
  const isSigned = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ByteRange')
  return signed.length > 0 && isSigned ? [find('S6', 'red', { page: null, text: 'certified' })] : []
}

/** Programs that sign, fill in or rebuild documents; easily left out, so only a hint. */
const TOOLS =
  /fill\s*&?\s*sign|docusign|privy|hellosign|dropbox sign|adobe sign|signnow|pandadoc|canva|ilovepdf|smallpdf|sejda|pdfescape|peruri|vida|mekari|digisign|xodo|foxit phantom/i

/** S9: the program that the file names as its maker. */
export const findTool = async (pdf: PDFDocumentProxy): Promise<Finding[]> => {
  const { info } = await pdf.getMetadata()
  const { Creator, Producer } = info as { Creator?: string; Producer?: string }
  return TOOLS.test(`${Producer ?? ''} ${Creator ?? ''}`)
    ? [find('S9', 'amber', { page: null, text: 'tool' })]
    : []
}

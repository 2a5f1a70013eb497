import type { Pdf } from '../pdf/openPdf'
import type { PdfPage } from '../pdf/pages'
import type { PdfValue } from '../pdf/values'

import { annotationsOf, pagesOf } from '../pdf/pages'
import { entriesOf, isKind, PdfFault } from '../pdf/values'
import { type Box, boxOf, mmPerPoint, placeOf, shownBoxOf } from '../placement'
import { signatureFieldsOf } from '../signature/fields'
import {
  type Budget,
  type DrawnPicture,
  drawnPicturesOf,
  inflateWithin,
  type Matrix,
} from './drawnPictures'

/** A picture on a page, in mm from the top left corner as people see the page. */
export type PlacedPicture = {
  heightMm: number
  heightPx: number
  page: number
  /** Whether it fills the page, as a scan does. */
  isPage: boolean
  widthMm: number
  widthPx: number
  xMm: number
  yMm: number
}

const MAX_PAGES = 60

/** An e-Meterai is 19 mm wide in the samples and 35 mm with some integrators. */
const STAMP_MM = { max: 45, min: 10 } as const

/** Letters of a QR of 9 × 9 modules and finer; below, nothing can be told apart. */
const LEAST_PIXELS = 64

const contentOf = (pdf: Pdf, value: PdfValue | undefined, budget: Budget): Uint8Array => {
  const content = pdf.resolve(value)
  const streams = Array.isArray(content) ? content.map((each) => pdf.resolve(each)) : [content]
  const parts = streams.flatMap((each) =>
    isKind(each, 'stream') ? [inflateWithin(budget, each), Buffer.from('\n')] : [],
  )
  return Buffer.concat(parts)
}

const boundsOf = ([a, b, c, d, e, f]: Matrix): Box => {
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** How a form is laid into the rectangle of its annotation. */
const fit = (rect: Box, form: Box): Matrix => {
  const x = (rect[2] - rect[0]) / (form[2] - form[0] || 1)
  const y = (rect[3] - rect[1]) / (form[3] - form[1] || 1)
  return [x, 0, 0, y, rect[0] - form[0] * x, rect[1] - form[1] * y]
}

const annotationPictures = (pdf: Pdf, entries: Map<string, PdfValue>, budget: Budget) => {
  const form = pdf.resolve(entriesOf(pdf.resolve(entries.get('AP'))).get('N'))
  const rect = boxOf(pdf, entries.get('Rect'))
  if (!isKind(form, 'stream') || rect === undefined) {
    return []
  }
  const matrix = fit(rect, boxOf(pdf, form.entries.get('BBox')) ?? rect)
  const resources = entriesOf(pdf.resolve(form.entries.get('Resources')))
  return drawnPicturesOf({ budget, bytes: inflateWithin(budget, form), matrix, pdf, resources })
}

type Reading = { budget: Budget; pdf: Pdf; signed: ReadonlySet<number> }

const picturesOf = ({ budget, pdf, signed }: Reading, page: PdfPage): DrawnPicture[] => {
  const annotations = annotationsOf(pdf, page).filter(
    (each) => !isKind(each, 'ref') || !signed.has(each.num),
  )
  return [
    ...drawnPicturesOf({
      budget,
      bytes: contentOf(pdf, page.entries.get('Contents'), budget),
      matrix: [1, 0, 0, 1, 0, 0],
      pdf,
      resources: entriesOf(pdf.resolve(page.entries.get('Resources'))),
    }),
    ...annotations.flatMap((each) => annotationPictures(pdf, entriesOf(pdf.resolve(each)), budget)),
  ]
}

const areaOf = (box: Box): number => (box[2] - box[0]) * (box[3] - box[1])

const readPage = (reading: Reading, page: PdfPage): DrawnPicture[] => {
  try {
    return picturesOf(reading, page)
  } catch (error) {
    // A drawing in a way that is not known here shows nothing that could be named.
    if (error instanceof PdfFault) {
      return []
    }
    throw error
  }
}

/** All pictures of the first pages of a file, where they stand and how large they are. */
export const placedPicturesOf = (pdf: Pdf): PlacedPicture[] => {
  const signed = new Set(
    signatureFieldsOf(pdf).flatMap(({ value, widgets }) => (value.size > 0 ? widgets : [])),
  )
  const reading = { budget: { left: 1_000_000 }, pdf, signed }
  return pagesOf(pdf)
    .slice(0, MAX_PAGES)
    .flatMap((page, index) =>
      readPage(reading, page).map(({ heightPx, matrix, widthPx }) => {
        const bounds = boundsOf(matrix)
        const isPage = areaOf(bounds) >= 0.8 * areaOf(shownBoxOf(pdf, page))
        const mm = mmPerPoint(pdf, page)
        const isDrawn = areaOf(bounds) * mm * mm >= 1
        const place = placeOf(pdf, page, bounds)
        return { ...place, heightPx, isPage: isPage && isDrawn, page: index + 1, widthPx }
      }),
    )
}

const isSquare = (width: number, height: number): boolean =>
  height > 0 && width / height > 0.85 && width / height < 1.18

/**
 * Whether a picture could be taken for an e-Meterai: square in mm and in pixels, 10–45 mm wide, at least
 * 64 pixels. What it shows is not judged.
 */
export const looksLikeStamp = (picture: PlacedPicture): boolean => {
  const { heightMm, heightPx, widthMm, widthPx } = picture
  return (
    isSquare(widthMm, heightMm) &&
    isSquare(widthPx, heightPx) &&
    widthMm >= STAMP_MM.min &&
    widthMm <= STAMP_MM.max &&
    widthPx >= LEAST_PIXELS
  )
}

/** Whether two pictures stand in one place of one page, to the mm, with the same pixels. */
export const isSamePicture = (left: PlacedPicture, right: PlacedPicture): boolean =>
  left.page === right.page &&
  left.widthPx === right.widthPx &&
  left.heightPx === right.heightPx &&
  Math.abs(left.xMm - right.xMm) <= 1 &&
  Math.abs(left.yMm - right.yMm) <= 1 &&
  Math.abs(left.widthMm - right.widthMm) <= 1

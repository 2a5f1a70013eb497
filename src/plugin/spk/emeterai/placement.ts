import type { PdfPage } from './pdf/pages'
import type { Pdf } from './pdf/openPdf'
import type { PdfValue } from './pdf/values'
import type { MeteraiReport } from './report'
import type { SignatureField } from './signature/fields'

import { annotationsOf, pagesOf } from './pdf/pages'
import { entriesOf, isKind, numberOf } from './pdf/values'

/** Left, bottom, right, top; points. */
export type Box = readonly [number, number, number, number]

const MM = 25.4 / 72

const round = (value: number): number => Math.round(value * 100) / 100

/** A rectangle of a PDF with its corners in order; undefined when it is none. */
export const boxOf = (pdf: Pdf, value: PdfValue | undefined): Box | undefined => {
  const list = pdf.resolve(value)
  const numbers = Array.isArray(list) ? list.map((each) => numberOf(pdf.resolve(each))) : []
  const [a, b, c, d] = numbers
  if (numbers.length !== 4 || a === undefined || b === undefined) {
    return undefined
  }
  return c === undefined || d === undefined
    ? undefined
    : [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** What is shown of a page: its crop within its sheet; A4 when it says nothing. */
export const shownBoxOf = (pdf: Pdf, { entries }: PdfPage): Box => {
  const sheet = boxOf(pdf, entries.get('MediaBox')) ?? [0, 0, 595.28, 841.89]
  const crop = boxOf(pdf, entries.get('CropBox')) ?? sheet
  const [left, bottom] = [Math.max(sheet[0], crop[0]), Math.max(sheet[1], crop[1])]
  return [left, bottom, Math.min(sheet[2], crop[2]), Math.min(sheet[3], crop[3])]
}

/** How many mm a point of this page is. */
export const mmPerPoint = (pdf: Pdf, { entries }: PdfPage): number =>
  MM * (numberOf(pdf.resolve(entries.get('UserUnit'))) ?? 1)

const turnsOf = (pdf: Pdf, { entries }: PdfPage): number => {
  const degrees = numberOf(pdf.resolve(entries.get('Rotate'))) ?? 0
  return (((Math.round(degrees / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3
}

/** A box of a page as people see the page: mm from the top left corner, turned as the page is. */
export const placeOf = (pdf: Pdf, page: PdfPage, box: Box) => {
  const shown = shownBoxOf(pdf, page)
  const mm = mmPerPoint(pdf, page)
  const turns = turnsOf(pdf, page)
  const [left, bottom] = [box[0] - shown[0], box[1] - shown[1]]
  const [right, top] = [shown[2] - box[2], shown[3] - box[3]]
  const corners: readonly [number, number][] = [
    [left, top],
    [bottom, left],
    [right, bottom],
    [top, right],
  ]
  const [x, y] = corners[turns] ?? [left, top]
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  return {
    heightMm: round((turns % 2 === 0 ? height : width) * mm),
    widthMm: round((turns % 2 === 0 ? width : height) * mm),
    xMm: round(x * mm),
    yMm: round(y * mm),
  }
}

const shows = (pdf: Pdf, page: PdfPage, widget: number): boolean =>
  annotationsOf(pdf, page).some((each) => isKind(each, 'ref') && each.num === widget)

/** Flags of an annotation: invisible, hidden, no view (ISO 32000-1, 12.5.3). */
const UNSEEN = 1 | 2 | 32

/** Where a field is shown; null when it is on no page, in several places, hidden, or
 * has no rectangle. */
export const findPlace = (pdf: Pdf, { widgets }: SignatureField): MeteraiReport['rect'] => {
  const [widget = -1] = widgets
  const pages = pagesOf(pdf)
  const index = pages.findIndex((page) => shows(pdf, page, widget))
  const page = pages[index]
  const entries = entriesOf(pdf.find(widget))
  const box = boxOf(pdf, entries.get('Rect'))
  const isSeen = ((numberOf(pdf.resolve(entries.get('F'))) ?? 0) & UNSEEN) === 0
  return !isSeen || widgets.length !== 1 || page === undefined || box === undefined
    ? null
    : { page: index + 1, ...placeOf(pdf, page, box) }
}

import type { Pdf } from '../pdf/openPdf'
import type { PdfStream, PdfValue } from '../pdf/values'

import { type Cursor, isAt, isRegular, readWord, skipSpace, spend } from '../pdf/cursor'
import { inflateStream } from '../pdf/inflate'
import { parseValue } from '../pdf/parseValue'
import { entriesOf, isKind, nameOf, numberOf, PdfFault } from '../pdf/values'

/** A transformation of the plane, as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A picture as it is drawn: the unit square through `matrix`; its own size in pixels. */
export type DrawnPicture = { heightPx: number; matrix: Matrix; widthPx: number }

/** What the drawing of one file may cost; shared by all its pages. */
export type Budget = Cursor['budget']

const MAX_NESTED = 4

/**
 * Opens a stream that is drawn, against the budget, so that one stream drawn often does not cost often.
 *
 * @throws PdfFault when the budget is spent
 */
export const inflateWithin = (budget: Budget, stream: PdfStream): Uint8Array => {
  if (budget.left < 0) {
    throw new PdfFault('too much to draw')
  }
  const bytes = inflateStream(stream)
  budget.left -= bytes.length >> 2
  return bytes
}

const multiply = ([a, b, c, d, e, f]: Matrix, by: Matrix): Matrix => [
  a * by[0] + b * by[2],
  a * by[1] + b * by[3],
  c * by[0] + d * by[2],
  c * by[1] + d * by[3],
  e * by[0] + f * by[2] + by[4],
  e * by[1] + f * by[3] + by[5],
]

const matrixOf = (values: readonly (PdfValue | undefined)[]): Matrix | undefined => {
  const numbers = values.map(numberOf)
  return numbers.length === 6 && numbers.every((each) => each !== undefined)
    ? (numbers as unknown as Matrix)
    : undefined
}

type Drawing = {
  cursor: Cursor
  depth: number
  found: DrawnPicture[]
  pdf: Pdf
  resources: Map<string, PdfValue>
}

const pixelsOf = (pdf: Pdf, { entries }: PdfStream, key: string): number =>
  numberOf(pdf.resolve(entries.get(key))) ?? 0

const drawNamed = (drawing: Drawing, name: string, matrix: Matrix): void => {
  const { depth, found, pdf } = drawing
  const objects = entriesOf(pdf.resolve(drawing.resources.get('XObject')))
  const object = pdf.resolve(objects.get(name))
  spend(drawing.cursor, 10)
  if (!isKind(object, 'stream')) {
    return
  }
  if (nameOf(object.entries.get('Subtype')) === 'Image') {
    const heightPx = pixelsOf(pdf, object, 'Height')
    found.push({ heightPx, matrix, widthPx: pixelsOf(pdf, object, 'Width') })
  } else if (depth < MAX_NESTED) {
    drawForm({ ...drawing, depth: depth + 1 }, object, matrix)
  }
}

/** Draws a form: a drawing of its own with its own matrix and, mostly, its own resources. */
function drawForm(drawing: Drawing, form: PdfStream, matrix: Matrix): void {
  const own = drawing.pdf.resolve(form.entries.get('Matrix'))
  const inner = Array.isArray(own) ? matrixOf(own) : undefined
  const resources = entriesOf(drawing.pdf.resolve(form.entries.get('Resources')))
  const bytes = inflateWithin(drawing.cursor.budget, form)
  draw(
    {
      ...drawing,
      cursor: { ...drawing.cursor, at: 0, bytes },
      resources: resources.size > 0 ? resources : drawing.resources,
    },
    inner === undefined ? matrix : multiply(inner, matrix),
  )
}

/** Passes a picture that is written into the drawing itself; what it shows is counted as 64 pixels. */
const passInline = (cursor: Cursor): void => {
  const end = Buffer.from(cursor.bytes.buffer, cursor.bytes.byteOffset, cursor.bytes.length)
  const at = end.indexOf('EI', cursor.at)
  cursor.at = at < 0 ? cursor.bytes.length : at + 2
}

const isOperand = (byte: number | undefined): boolean =>
  byte !== undefined && '+-.0123456789(<[/'.includes(String.fromCharCode(byte))

const draw = (drawing: Drawing, start: Matrix): void => {
  const { cursor } = drawing
  const stack: Matrix[] = []
  let [matrix, operands]: [Matrix, PdfValue[]] = [start, []]
  const act: Readonly<Record<string, () => void>> = {
    BI: () => {
      passInline(cursor)
      drawing.found.push({ heightPx: 64, matrix, widthPx: 64 })
    },
    cm: () => (matrix = multiply(matrixOf(operands) ?? [1, 0, 0, 1, 0, 0], matrix)),
    Do: () => drawNamed(drawing, nameOf(operands[0]), matrix),
    q: () => stack.length < 512 && stack.push(matrix),
    Q: () => (matrix = stack.pop() ?? start),
  }
  for (skipSpace(cursor); cursor.at < cursor.bytes.length; skipSpace(cursor)) {
    if (isOperand(cursor.bytes[cursor.at])) {
      operands.push(parseValue(cursor))
      continue
    }
    if (isRegular(cursor.bytes[cursor.at])) {
      act[readWord(cursor)]?.()
    } else {
      cursor.at += isAt(cursor, '>>') ? 2 : 1
    }
    operands = []
  }
}

/**
 * The pictures that a piece of drawing shows, with those inside of forms. Clipping and what lies on top
 * are not looked at.
 *
 * @throws PdfFault when the drawing cannot be read
 */
export function drawnPicturesOf(args: {
  budget: Budget
  bytes: Uint8Array
  matrix: Matrix
  pdf: Pdf
  resources: Map<string, PdfValue>
}): DrawnPicture[] {
  const { budget, bytes, matrix, pdf, resources } = args
  const found: DrawnPicture[] = []
  draw({ cursor: { at: 0, budget, bytes }, depth: 0, found, pdf, resources }, matrix)
  return found
}

import { PDFDocument, rgb } from 'pdf-lib'

import type { Issued } from './issue'
import { makeRandom } from './random'

const PT = 72 / 25.4
const SIDE_MM = 19
const CELLS = 33

/**
 * The issued file with a picture like that of an e-Meterai: a ring of squares that no reader of codes can
 * read, around a coloured middle. Only its look is imitated, not its signature.
 */
export const affixPicture = async (issued: Issued) => {
  const box = issued.layout.boxes.find(({ kind }) => kind === 'meterai')
  const pdf = await PDFDocument.load(issued.bytes, { updateMetadata: false })
  const page = pdf.getPage((box?.page ?? 1) - 1)
  const [xMm, yMm] = [(box?.xMm ?? 0) + 3, (box?.yMm ?? 0) + 3]
  const random = makeRandom(77)
  const side = (SIDE_MM * PT) / CELLS
  for (let at = 0; at < CELLS ** 2; at++) {
    const [column, row] = [at % CELLS, Math.floor(at / CELLS)]
    const isRing = Math.max(Math.abs(column - 16), Math.abs(row - 16)) > 10
    if (random() < (isRing ? 0.5 : 0.85)) {
      const [x, y] = [xMm * PT + column * side, page.getHeight() - yMm * PT - (row + 1) * side]
      const color = isRing ? rgb(0.75, 0.15, 0.4) : rgb(0.95, 0.6, 0.7)
      page.drawRectangle({ color, height: side, width: side, x, y })
    }
  }
  const rect = { heightMm: SIDE_MM, page: box?.page ?? 1, widthMm: SIDE_MM, xMm, yMm }
  return { bytes: await pdf.save({ useObjectStreams: false }), rect }
}

import {
  concatTransformationMatrix,
  fill,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingColor,
} from 'pdf-lib'

import type { FontName, PdfCanvas, PdfMeasure } from './types'

import { PAPER } from './flow'
import { INK, linesOn, toInk, type Tools, writeLine } from './paint'
import { wrapText } from './wrap'

const POINTS = 72 / 25.4

/** Length on paper, in points. */
export const toPoints = (mm: number): number => mm * POINTS

/** Points as a length on paper. */
export const toMm = (points: number): number => points / POINTS

const fontOf = (tools: Tools, name: FontName = 'regular') => tools.fonts[name]

/** Measures texts before they are drawn. */
export const measureWith = (tools: Tools): PdfMeasure => ({
  linesOf: (text, { font, size, widthMm }) =>
    wrapText(text, {
      look: { font: fontOf(tools, font), size },
      ruler: tools.ruler,
      width: toPoints(widthMm),
    }),
})

const writeOn = (page: PDFPage, tools: Tools): PdfCanvas['text'] => {
  return ({ align = 'left', colour = INK.text, font, size, text, widthMm = 0, xMm, yMm }) => {
    const look = { font: fontOf(tools, font), size }
    const free = toPoints(widthMm) - tools.ruler.widthOf(text, look)
    const shift = { centre: free / 2, left: 0, right: free }[align]
    writeLine(page, {
      colour,
      left: toPoints(xMm) + shift,
      lineHeight: size * 1.3,
      look,
      text,
      top: PAPER.height - toPoints(yMm),
    })
  }
}

/** A page to draw on in mm from its top left corner, as paper is measured. */
export const canvasOn = (page: PDFPage, tools: Tools): PdfCanvas => ({
  ...measureWith(tools),
  frame: ({ dashMm, heightMm, widthMm, xMm, yMm }) =>
    page.drawRectangle({
      borderColor: toInk(INK.muted),
      ...(dashMm ? { borderDashArray: [toPoints(dashMm), toPoints(dashMm)] } : {}),
      borderWidth: 0.75,
      height: toPoints(heightMm),
      width: toPoints(widthMm),
      x: toPoints(xMm),
      y: PAPER.height - toPoints(yMm + heightMm),
    }),
  fill: ({ heightMm, widthMm, xMm, yMm }, colour) =>
    page.drawRectangle({
      color: toInk(colour),
      height: toPoints(heightMm),
      width: toPoints(widthMm),
      x: toPoints(xMm),
      y: PAPER.height - toPoints(yMm + heightMm),
    }),
  grid: ({ cellMm, runs, xMm, yMm }) => {
    const cell = toPoints(cellMm)
    page.pushOperators(
      pushGraphicsState(),
      // Rows count downward from here, and whole numbers are short in the file.
      concatTransformationMatrix(cell, 0, 0, -cell, toPoints(xMm), PAPER.height - toPoints(yMm)),
      setFillingColor(toInk('#000000')),
      ...runs.map(({ cells, column, row }) => rectangle(column, row, cells, 1)),
      fill(),
      popGraphicsState(),
    )
  },
  lines: () => linesOn(page),
  page: tools.pages.indexOf(page) + 1,
  text: writeOn(page, tools),
})

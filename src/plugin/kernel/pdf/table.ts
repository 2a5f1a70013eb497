import type { PDFPage } from 'pdf-lib'

import type { Fragment } from './flow'
import type { PdfBlock, PdfCell, PdfColumn } from './types'

import { drawChip, fillBox, INK, type Tools, writeLine } from './paint'
import { type Look, wrapText } from './wrap'

type Place = { column: PdfColumn; left: number; width: number }

const placesOf = (columns: readonly PdfColumn[], { frame }: Tools): Place[] => {
  const shares = columns.reduce((sum, { width }) => sum + width, 0)
  let { left } = frame
  return columns.map((column) => {
    const width = (column.width / shares) * frame.width
    const place = { column, left, width }
    left += width
    return place
  })
}

type Laid = { cell: PdfCell; lines: string[]; place: Place }

const lay = (args: {
  cells: readonly PdfCell[]
  look: Look
  places: readonly Place[]
  tools: Tools
}): Laid[] => {
  const { cells, look, places, tools } = args
  return places.map((place, at) => {
    const cell = cells[at] ?? ''
    const text = typeof cell === 'string' ? cell : cell.text
    const width = place.width - 2 * tools.types.pad
    return { cell, lines: wrapText(text, { look, ruler: tools.ruler, width }), place }
  })
}

const drawCell = (
  page: PDFPage,
  args: {
    colour: `#${string}`
    laid: Laid
    lineHeight: number
    look: Look
    tools: Tools
    top: number
  },
): void => {
  const { colour, laid, lineHeight, look, tools, top } = args
  const { cell, lines, place } = laid
  const { pad } = tools.types
  const left = place.left + pad
  if (typeof cell !== 'string') {
    drawChip(page, { colour: cell.chip, left, lineHeight, text: cell.text, tools, top })
    return
  }
  lines.forEach((text, at) => {
    const free = place.width - 2 * pad - tools.ruler.widthOf(text, look)
    const x = place.column.align === 'right' ? left + free : left
    writeLine(page, { colour, left: x, lineHeight, look, text, top: top - at * lineHeight })
  })
}

const rowOf = (
  cells: readonly PdfCell[],
  args: { isHead?: boolean; isStrong?: boolean; places: readonly Place[]; tools: Tools },
): Fragment => {
  const { isHead = false, isStrong = isHead, places, tools } = args
  const { frame, types } = tools
  const { lineHeight, size } = isHead ? types.head : types.cell
  const look = { font: isStrong ? tools.fonts.bold : tools.fonts.regular, size }
  const laid = lay({ cells, look, places, tools })
  const height = lineHeight * Math.max(...laid.map(({ lines }) => lines.length)) + 2 * types.pad
  return {
    draw: (page, top) => {
      if (isHead) {
        fillBox(page, { colour: INK.panel, height, left: frame.left, top, width: frame.width })
      }
      fillBox(page, {
        colour: INK.line,
        height: 0.75,
        left: frame.left,
        top: top - height,
        width: frame.width,
      })
      for (const each of laid) {
        const ink = isHead ? INK.muted : INK.text
        drawCell(page, { colour: ink, laid: each, lineHeight, look, tools, top: top - types.pad })
      }
    },
    height,
  }
}

/** Rows under a head that stands again on every page; no row is torn apart. */
export const tableOf = (
  { columns, hasTotal = false, rows }: Extract<PdfBlock, { kind: 'table' }>,
  tools: Tools,
): Fragment[] => {
  const places = placesOf(columns, tools)
  const heads = columns.map(({ head }) => head)
  const head = rowOf(heads, { isHead: true, places, tools })
  const body = rows.map((cells, at): Fragment => {
    const isStrong = hasTotal && at === rows.length - 1
    const isBound = hasTotal && at === rows.length - 2
    return {
      ...rowOf(cells, { isStrong, places, tools }),
      ...(isBound ? { isBound } : {}),
      repeats: head,
    }
  })
  return [{ ...head, gap: 10, isBound: body.length > 0 }, ...body]
}

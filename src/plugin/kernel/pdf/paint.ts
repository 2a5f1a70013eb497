import { type PDFImage, type PDFPage, rgb } from 'pdf-lib'

import type { Frame } from './flow'
import type { Fonts } from './fonts'
import type { Colour, PdfPicture } from './types'
import type { Look, Ruler } from './wrap'

/** What every block is drawn with. */
export type Tools = {
  fonts: Fonts
  frame: Frame
  images: ReadonlyMap<PdfPicture, PDFImage>
  /** Pages in their order; they grow while the document is laid. */
  pages: readonly PDFPage[]
  ruler: Ruler
  types: Types
}

type Type = { lineHeight: number; size: number }

/** Sizes of what is read, in points; `pad` is the air in the cells of a table. */
export type Types = { body: Type; cell: Type; facts: Type; head: Type; pad: number }

/** Sizes of documents that say nothing about theirs. */
export const TYPES: Types = {
  body: { lineHeight: 14.5, size: 10 },
  cell: { lineHeight: 13, size: 9 },
  facts: { lineHeight: 14, size: 9.5 },
  head: { lineHeight: 13, size: 8.5 },
  pad: 7,
}

/** One size for everything. */
export const typesOf = (size: number): Types => {
  const [body, cell] = [
    { lineHeight: size * 1.42, size },
    { lineHeight: size * 1.3, size },
  ]
  return { body, cell, facts: body, head: cell, pad: 4 }
}

/** Colours of a page; all of them are read on white paper, and on a grey printer. */
export const INK = {
  accent: '#0b5d4b',
  line: '#d5dae1',
  muted: '#55606e',
  panel: '#f3f5f8',
  text: '#1b222c',
  white: '#ffffff',
} as const satisfies Record<string, Colour>

/** A colour as pdf-lib takes it. */
export const toInk = (colour: Colour): ReturnType<typeof rgb> => {
  const value = Number.parseInt(colour.slice(1), 16)
  return rgb(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255)
}

/** A box whose upper left corner is given. */
export const fillBox = (
  page: PDFPage,
  box: { colour: Colour; height: number; left: number; top: number; width: number },
): void => {
  const { colour, height, left, top, width } = box
  page.drawRectangle({ color: toInk(colour), height, width, x: left, y: top - height })
}

const written = new WeakMap<PDFPage, string[]>()

const noteLine = (page: PDFPage, text: string): void => {
  const lines = written.get(page) ?? []
  lines.push(text)
  written.set(page, lines)
}

/** What has been written on a page until now, in the order of writing; each line of it apart. */
export const linesOn = (page: PDFPage): readonly string[] => written.get(page) ?? []

/** One line of text whose upper edge is given; letters stand in the middle of their line. */
export const writeLine = (
  page: PDFPage,
  line: {
    colour?: Colour
    left: number
    lineHeight: number
    look: Look
    text: string
    top: number
  },
): void => {
  const { colour = INK.text, left, lineHeight, look, text, top } = line
  if (text !== '') {
    const base = top - lineHeight / 2 - look.size * 0.36
    noteLine(page, text)
    page.drawText(text, {
      color: toInk(colour),
      font: look.font,
      size: look.size,
      x: left,
      y: base,
    })
  }
}

/** A word on a coloured ground; answers how wide it is. */
export const drawChip = (
  page: PDFPage,
  chip: {
    colour: Colour
    left: number
    lineHeight: number
    text: string
    tools: Tools
    top: number
  },
): number => {
  const { colour, left, lineHeight, text, tools, top } = chip
  const look = { font: tools.fonts.bold, size: 8 }
  const width = tools.ruler.widthOf(text, look) + 12
  fillBox(page, { colour, height: 14, left, top: top - (lineHeight - 14) / 2, width })
  writeLine(page, { colour: INK.white, left: left + 6, lineHeight, look, text, top })
  return width
}

import type { Fragment } from './flow'
import type { Tools } from './paint'
import type { PdfBlock } from './types'

import { canvasOn, measureWith, toMm, toPoints } from './canvas'
import { PAPER } from './flow'
import { writeLine } from './paint'
import { linesOf } from './words'
import { wrapText } from './wrap'

type Of<K extends PdfBlock['kind']> = Extract<PdfBlock, { kind: K }>

/** Lines in the middle of the page; they stay with what follows, as titles do. */
export const centredOf = (
  { font = 'regular', gap, size, text }: Of<'centred'>,
  { fonts, frame, ruler }: Tools,
): Fragment[] => {
  const look = { font: fonts[font], size }
  const lineHeight = size * 1.35
  return wrapText(text, { look, ruler, width: frame.width }).map((line, at) => ({
    draw: (page, top) => {
      const left = frame.left + (frame.width - ruler.widthOf(line, look)) / 2
      writeLine(page, { left, lineHeight, look, text: line, top })
    },
    gap: at === 0 ? gap : 0,
    height: lineHeight,
    isBound: true,
  }))
}

/** How far each level of a numbered clause stands in, in points. */
const INDENT = 24

/** A numbered part of a clause: its lines hang beside their number. */
export const itemOf = ({ label, level, text }: Of<'item'>, tools: Tools): Fragment[] => {
  const { lineHeight, size } = tools.types.body
  const look = { font: tools.fonts.regular, size }
  const start = tools.frame.left + level * INDENT
  const left = start + INDENT
  const width = tools.frame.width - (level + 1) * INDENT
  const lines = wrapText(text, { look, ruler: tools.ruler, width })
  return linesOf(lines, { gap: 4, left, lineHeight, look }).map((line, at) => ({
    ...line,
    draw: (page, top) => {
      if (at === 0) {
        writeLine(page, { left: start, lineHeight, look, text: label, top })
      }
      line.draw(page, top)
    },
  }))
}

/** What its maker draws; never torn apart, and never without the line before it when it clings. */
export const drawnOf = ({ clings, gapMm, plan }: Of<'drawn'>, tools: Tools): Fragment[] => {
  const { draw, heightMm } = plan(measureWith(tools))
  return [
    {
      ...(clings ? { clings } : {}),
      draw: (page, top) => draw(canvasOn(page, tools), toMm(PAPER.height - top)),
      gap: toPoints(gapMm),
      height: toPoints(heightMm),
    },
  ]
}

import type { Fragment } from './flow'
import type { Tools } from './paint'
import type { PdfBlock } from './types'

import { LINE_WIDTH, PAPER } from './flow'
import { fillBox, INK, writeLine } from './paint'

const LABEL = 96
const VALUE = 36
const BAR = 14

/** A chart of lying bars, drawn as shapes; every bar says its number, so no colour has to be told apart. */
export const barsOf = ({ bars }: Extract<PdfBlock, { kind: 'bars' }>, tools: Tools): Fragment[] => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const track = LINE_WIDTH - LABEL - VALUE
  return bars.map(({ colour, label, value }, at) => ({
    draw: (page, top) => {
      const look = { font: tools.fonts.regular, size: 9.5 }
      const strong = { font: tools.fonts.bold, size: 10 }
      const left = PAPER.left + LABEL
      const inner = top - 3
      writeLine(page, { left: PAPER.left, lineHeight: 20, look, text: label, top })
      fillBox(page, { colour: INK.panel, height: BAR, left, top: inner, width: track })
      if (value > 0) {
        fillBox(page, { colour, height: BAR, left, top: inner, width: (value / most) * track })
      }
      const text = String(value)
      const end = PAPER.left + LINE_WIDTH - tools.ruler.widthOf(text, strong)
      writeLine(page, { left: end, lineHeight: 20, look: strong, text, top })
    },
    ...(at === 0 ? { gap: 10 } : {}),
    height: 20,
    ...(at < bars.length - 1 ? { isBound: true } : {}),
  }))
}

import type { Fragment } from './flow'
import type { PdfBlock } from './types'

import { LINE_WIDTH, PAPER } from './flow'
import { drawChip, fillBox, INK, type Tools, writeLine } from './paint'
import { type Look, wrapText, wrapVerbatim } from './wrap'

type Of<K extends PdfBlock['kind']> = Extract<PdfBlock, { kind: K }>

/** Lines of one paragraph; the first two and the last two never part. */
export const linesOf = (
  lines: readonly string[],
  args: { colour?: `#${string}`; gap: number; left: number; lineHeight: number; look: Look },
): Fragment[] => {
  const { colour, gap, left, lineHeight, look } = args
  return lines.map((text, at) => ({
    draw: (page, top) =>
      writeLine(page, { ...(colour ? { colour } : {}), left, lineHeight, look, text, top }),
    ...(at === 0 ? { gap } : {}),
    height: lineHeight,
    ...(lines.length > 1 && (at === 0 || at === lines.length - 2) ? { isBound: true } : {}),
  }))
}

/** Running text. */
export const paragraphOf = ({ text, tone }: Of<'paragraph'>, tools: Tools): Fragment[] => {
  const { left, width } = tools.frame
  const { lineHeight, size } = tools.types.body
  const look = { font: tools.fonts.regular, size }
  const lines = wrapText(text, { look, ruler: tools.ruler, width })
  const colour = tone === 'muted' ? INK.muted : INK.text
  return linesOf(lines, { colour, gap: 6, left, lineHeight, look })
}

const HEADINGS = {
  1: { gap: 24, lineHeight: 22, size: 16 },
  2: { gap: 20, lineHeight: 18, size: 12.5 },
  3: { gap: 10, lineHeight: 14, size: 9.5 },
} as const

/** A heading, never the last thing on a page; a chip stands above its words. */
export const headingOf = ({ chip, level, text }: Of<'heading'>, tools: Tools): Fragment[] => {
  const { gap, lineHeight, size } = HEADINGS[level]
  const { left, width } = tools.frame
  const look = { font: tools.fonts.bold, size }
  const lines = wrapText(text, { look, ruler: tools.ruler, width })
  const colour = level === 3 ? INK.muted : INK.text
  const above: Fragment[] = chip
    ? [
        {
          draw: (page, top) => drawChip(page, { ...chip, left, lineHeight: 18, tools, top }),
          gap,
          height: 18,
        },
      ]
    : []
  const words = linesOf(lines, { colour, gap: chip ? 3 : gap, left, lineHeight, look })
  return [...above, ...words].map((each) => ({ ...each, isBound: true }))
}

const PAD = 8

/** What machines wrote, letter by letter, on a grey ground. */
export const verbatimOf = ({ text }: Of<'verbatim'>, tools: Tools): Fragment[] => {
  const look = { font: tools.fonts.mono, size: 8.5 }
  const lines = wrapVerbatim(text, { look, ruler: tools.ruler, width: LINE_WIDTH - 2 * PAD })
  const lineHeight = 12
  return lines.map((line, at) => {
    const [isTop, isEnd] = [at === 0, at === lines.length - 1]
    const height = lineHeight + (isTop ? PAD : 0) + (isEnd ? PAD : 0)
    return {
      draw: (page, top) => {
        fillBox(page, { colour: INK.panel, height, left: PAPER.left, top, width: LINE_WIDTH })
        const inner = isTop ? top - PAD : top
        writeLine(page, { left: PAPER.left + PAD, lineHeight, look, text: line, top: inner })
      },
      ...(isTop ? { gap: 5 } : {}),
      height,
      ...(lines.length > 1 && (isTop || at === lines.length - 2) ? { isBound: true } : {}),
    }
  })
}

const LABEL = 132

/** Names and what they are, side by side. */
export const factsOf = ({ rows }: Of<'facts'>, tools: Tools): Fragment[] => {
  const { left, width } = tools.frame
  const { lineHeight, size } = tools.types.facts
  const [name, plain] = [
    { font: tools.fonts.bold, size },
    { font: tools.fonts.regular, size },
  ]
  return rows.map(([label, value], at) => {
    const { ruler } = tools
    const labels = wrapText(label, { look: name, ruler, width: LABEL - 12 })
    const values = wrapText(value, { look: plain, ruler, width: width - LABEL })
    return {
      draw: (page, top) => {
        labels.forEach((text, line) =>
          writeLine(page, {
            colour: INK.muted,
            left,
            lineHeight,
            look: name,
            text,
            top: top - line * lineHeight,
          }),
        )
        values.forEach((text, line) =>
          writeLine(page, {
            left: left + LABEL,
            lineHeight,
            look: plain,
            text,
            top: top - line * lineHeight,
          }),
        )
      },
      gap: at === 0 ? 8 : 3,
      ...(at < rows.length - 1 ? { isBound: true } : {}),
      height: lineHeight * Math.max(labels.length, values.length),
    }
  })
}

/** The head of the first page: what it is, of whom. */
export const coverOf = ({ kicker, subtitle, title }: Of<'cover'>, tools: Tools): Fragment[] => {
  const [large, small] = [
    { font: tools.fonts.bold, size: 24 },
    { font: tools.fonts.regular, size: 11 },
  ]
  const inner = LINE_WIDTH - 48
  const titles = wrapText(title, { look: large, ruler: tools.ruler, width: inner })
  const subtitles = wrapText(subtitle, { look: small, ruler: tools.ruler, width: inner })
  const height = 24 + 18 + titles.length * 30 + 4 + subtitles.length * 16 + 24
  const left = PAPER.left + 24
  return [
    {
      draw: (page, top) => {
        fillBox(page, { colour: INK.accent, height, left: PAPER.left, top, width: LINE_WIDTH })
        const white = { colour: INK.white, left }
        const look = { font: tools.fonts.bold, size: 9 }
        writeLine(page, { ...white, lineHeight: 14, look, text: kicker, top: top - 24 })
        titles.forEach((text, at) =>
          writeLine(page, { ...white, lineHeight: 30, look: large, text, top: top - 42 - at * 30 }),
        )
        const below = top - 46 - titles.length * 30
        subtitles.forEach((text, at) =>
          writeLine(page, { ...white, lineHeight: 16, look: small, text, top: below - at * 16 }),
        )
      },
      height,
    },
  ]
}

import type { PdfBlock, PdfCanvas, PdfMeasure } from '../../kernel/pdf'
import type { SpkContent } from '../content'
import type { BoxKind, SpkBox } from './layout'

import { formatDay } from '../../kernel/time'
import { MARGINS, TEXT_WIDTH } from './sheet'

const GAP = 7
const COLUMN = (TEXT_WIDTH - GAP) / 2
const SIGNATURE_HEIGHT = 35
const METERAI = 25
const HAND_HEIGHT = 16
const LINE = 4.8

type Party = SpkBox['party']
type Box = {
  caption: string
  heightMm: number
  kind: BoxKind
  widthMm: number
  x: number
  y: number
}
type Column = { above: string[]; below: string[]; boxes: Box[]; party: Party; x: number }

const wide = (measure: PdfMeasure, text: string): string[] =>
  text === '' ? [] : measure.linesOf(text, { font: 'bold', size: 10, widthMm: COLUMN })

const signature = (x: number, widthMm: number): Box => ({
  caption: 'Tanda tangan',
  heightMm: SIGNATURE_HEIGHT,
  kind: 'signature',
  widthMm,
  x,
  y: 0,
})

const meterai = (caption: string): Box => ({
  caption,
  heightMm: METERAI,
  kind: 'meterai',
  widthMm: METERAI,
  x: 0,
  y: (SIGNATURE_HEIGHT - METERAI) / 2,
})

/** The stamp stands beside the signature; a paper stamp touches it, so that ink crosses its edge. */
const buildColumns = (content: SpkContent, measure: PdfMeasure): [Column, Column] => {
  const { customer, mode, provider } = content
  const isPaper = mode === 'tempel'
  return [
    {
      above: ['PIHAK PERTAMA', ...wide(measure, provider.legalName)],
      below: [...wide(measure, provider.representative), provider.representativeTitle],
      boxes: isPaper
        ? [signature(0, COLUMN)]
        : [meterai('e-Meterai'), signature(METERAI + 3, COLUMN - METERAI - 3)],
      party: 'provider',
      x: MARGINS.left,
    },
    {
      above: ['PIHAK KEDUA', ...wide(measure, customer.company?.name ?? '')],
      below: [...wide(measure, customer.name), customer.company?.title ?? ''],
      boxes: isPaper
        ? [meterai('Meterai Rp10.000'), signature(METERAI, COLUMN - METERAI)]
        : [signature(0, COLUMN)],
      party: 'customer',
      x: MARGINS.left + COLUMN + GAP,
    },
  ]
}

const HAND_WIDTH = (COLUMN - 3) / 2

const handBoxes = (challenge: string): Box[] => {
  const size = { heightMm: HAND_HEIGHT, widthMm: HAND_WIDTH, y: 0 }
  return [
    { ...size, caption: `Tulis kode: ${challenge}`, kind: 'challenge', x: 0 },
    { ...size, caption: 'Tempat dan tanggal', kind: 'date', x: HAND_WIDTH + 3 },
  ]
}

const instruct = (challenge: string, isPaper: boolean): string =>
  [
    `PIHAK KEDUA menulis dengan tangan, memakai pulpen tinta biru: kode ${challenge}, tempat, dan tanggal.`,
    ...(isPaper ? ['Tanda tangan mengenai meterai dan kertas.'] : []),
  ].join(' ')

type Pen = { canvas: PdfCanvas; record: (box: SpkBox) => void }

const drawBox = ({ canvas, record }: Pen, box: Box, at: { party: Party; x: number; y: number }) => {
  const { caption, heightMm, kind, widthMm } = box
  const place = { heightMm, widthMm, xMm: at.x + box.x, yMm: at.y + box.y }
  canvas.frame(kind === 'meterai' ? { ...place, dashMm: 1.2 } : place)
  canvas.text({
    colour: '#55606e',
    size: 7.5,
    text: caption,
    xMm: place.xMm + 1.5,
    yMm: place.yMm + 1,
  })
  record({ ...place, kind, page: canvas.page, party: at.party })
}

const writeLines = (
  canvas: PdfCanvas,
  lines: readonly string[],
  at: { bold: number; x: number; y: number },
): void => {
  lines.forEach((text, line) =>
    canvas.text({
      align: 'centre',
      font: line < at.bold ? 'bold' : 'regular',
      size: 10,
      text,
      widthMm: COLUMN,
      xMm: at.x,
      yMm: at.y + line * LINE,
    }),
  )
}

const drawColumn = (pen: Pen, column: Column, rows: { above: number; boxes: number }): void => {
  const { above, below, boxes, party, x } = column
  writeLines(pen.canvas, above, { bold: 1, x, y: rows.above })
  boxes.forEach((box) => drawBox(pen, box, { party, x, y: rows.boxes }))
  const y = rows.boxes + SIGNATURE_HEIGHT + 1.5
  writeLines(pen.canvas, below, { bold: below.length - 1, x, y })
}

const tall = (columns: readonly Column[], part: 'above' | 'below'): number =>
  LINE * Math.max(...columns.map((column) => column[part].length))

/**
 * Where both sides sign: never torn apart, never on a page without a line of the last clause. Every box
 * is recorded when it is drawn.
 */
export const setSignatures = (
  content: SpkContent,
  { challenge, record }: { challenge: string; record: (box: SpkBox) => void },
): PdfBlock => ({
  clings: true,
  gapMm: 6,
  kind: 'drawn',
  plan: (measure) => {
    const columns = buildColumns(content, measure)
    const hint = { size: 8.5, widthMm: COLUMN }
    const hints = measure.linesOf(instruct(challenge, content.mode === 'tempel'), hint)
    const boxes = 7 + tall(columns, 'above') + 1.5
    const below = boxes + SIGNATURE_HEIGHT + 1.5 + tall(columns, 'below') + 2
    const hands = below + hints.length * 4.1 + 1
    return {
      draw: (canvas, topMm) => {
        const pen = { canvas, record }
        const { party, x } = columns[1]
        const day = `${content.place}, ${formatDay(content.agreementOn)}`
        canvas.text({ size: 10, text: day, xMm: MARGINS.left, yMm: topMm })
        columns.forEach((column) =>
          drawColumn(pen, column, { above: topMm + 7, boxes: topMm + boxes }),
        )
        hints.forEach((text, line) =>
          canvas.text({ size: hint.size, text, xMm: x, yMm: topMm + below + line * 4.1 }),
        )
        handBoxes(challenge).forEach((box) => drawBox(pen, box, { party, x, y: topMm + hands }))
      },
      heightMm: hands + HAND_HEIGHT + 1,
    }
  },
})

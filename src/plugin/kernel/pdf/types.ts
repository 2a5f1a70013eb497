/** A colour as in style sheets: `#1f6feb`. */
export type Colour = `#${string}`

/** The letters of a document: two weights to read, one of equal widths for what machines wrote. */
export type FontName = 'bold' | 'mono' | 'regular'

/** One column of a table; widths are shares of the page and need not sum to anything. */
export type PdfColumn = { align?: 'left' | 'right'; head: string; width: number }

/** One cell; with a colour it is a word on a coloured ground, such as a severity. */
export type PdfCell = { chip: Colour; text: string } | string

/** A picture as the file holds it: JPEG, its measures in pixels. */
export type PdfPicture = { bytes: Uint8Array; height: number; width: number }

/** A box on paper: mm from the top left corner of its page. */
export type PdfBox = { heightMm: number; widthMm: number; xMm: number; yMm: number }

/** Cells side by side in a row of a grid; both count from 0. */
export type PdfRun = { cells: number; column: number; row: number }

/** Breaks texts as they will be drawn. */
export type PdfMeasure = {
  linesOf: (text: string, look: { font?: FontName; size: number; widthMm: number }) => string[]
}

/** A page for those who know where on paper things stand: mm from its top left corner. */
export type PdfCanvas = PdfMeasure & {
  /** A box of thin lines; `dashMm` breaks them. */
  frame: (box: PdfBox & { dashMm?: number }) => void
  /** Cells of a square grid filled with black, as runs in rows; they are one shape to the file. */
  grid: (grid: { cellMm: number; runs: readonly PdfRun[]; xMm: number; yMm: number }) => void
  /** What has been written on the page until now, in the order of writing. */
  lines: () => readonly string[]
  /** Counts from 1. */
  page: number
  /** A box filled with a colour. */
  fill: (box: PdfBox, colour: Colour) => void
  /** One line; its upper edge is given, `widthMm` is the room that it is aligned in. */
  text: (line: {
    align?: 'centre' | 'left' | 'right'
    colour?: Colour
    font?: FontName
    size: number
    text: string
    widthMm?: number
    xMm: number
    yMm: number
  }) => void
}

/** One thing on the page, from top to bottom. */
export type PdfBlock =
  | { bars: readonly { colour: Colour; label: string; value: number }[]; kind: 'bars' }
  | { blocks: readonly PdfBlock[]; kind: 'together' }
  | { chip?: { colour: Colour; text: string }; kind: 'heading'; level: 1 | 2 | 3; text: string }
  | {
      columns: readonly PdfColumn[]
      /** Whether the last row sums up the others: it is strong, and never alone under a head. */
      hasTotal?: boolean
      kind: 'table'
      rows: readonly (readonly PdfCell[])[]
    }
  | { font?: FontName; gap: number; kind: 'centred'; size: number; text: string }
  | { kicker: string; kind: 'cover'; subtitle: string; title: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'item'; label: string; level: 0 | 1; text: string }
  | { kind: 'newPage' }
  | { kind: 'paragraph'; text: string; tone?: 'muted' | 'normal' }
  | {
      /** Takes the line before it along to its page. */
      clings?: boolean
      gapMm: number
      kind: 'drawn'
      plan: (measure: PdfMeasure) => {
        draw: (canvas: PdfCanvas, topMm: number) => void
        heightMm: number
      }
    }
  | { caption: string; kind: 'picture'; picture: PdfPicture }
  | { kind: 'verbatim'; text: string }

/** A document, complete: the same description draws the same bytes. */
export type PdfDocument = {
  author: string
  blocks: readonly PdfBlock[]
  /** Instant that the file claims as its own; nothing here looks at a clock. */
  createdAt: Date
  /** What stands at the foot of each page, beside the number of the page. */
  footer: string
  language: 'en-GB' | 'id-ID'
  /** How a page is counted, e.g. `Halaman 1 dari 3`. */
  pageLabel: (page: number, pages: number) => string
  title: string
  /** One word across every page, for what is not to be taken for final. */
  watermark?: string
}

/**
 * A document for paper: its own margins, one size for everything that is read, and heads and feet of
 * its own, which are drawn when all pages stand.
 */
export type PdfPaper = Omit<PdfDocument, 'footer' | 'pageLabel'> & {
  dress: (canvas: PdfCanvas, pages: number) => void
  marginsMm: { bottom: number; left: number; right: number; top: number }
  /** Points. */
  size: number
}

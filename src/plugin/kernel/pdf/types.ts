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

/** One thing on the page, from top to bottom. */
export type PdfBlock =
  | { bars: readonly { colour: Colour; label: string; value: number }[]; kind: 'bars' }
  | { blocks: readonly PdfBlock[]; kind: 'together' }
  | { chip?: { colour: Colour; text: string }; kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { columns: readonly PdfColumn[]; kind: 'table'; rows: readonly (readonly PdfCell[])[] }
  | { kicker: string; kind: 'cover'; subtitle: string; title: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'newPage' }
  | { kind: 'paragraph'; text: string; tone?: 'muted' | 'normal' }
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

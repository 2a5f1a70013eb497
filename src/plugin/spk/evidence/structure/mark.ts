import type { Bounds, Matrix } from './matrix'

/** One thing that a page draws, where it stands in points from the bottom left. */
export type Mark =
  | { bounds: Bounds; ctm: Matrix; hasMask: boolean; kind: 'image'; name: null | string }
  | { bounds: Bounds; isType3: boolean; kind: 'text'; text: string }
  | { bounds: Bounds; kind: 'path' }
  | { bounds: Bounds; kind: 'stencil' }

/** Letters without any blanks: how they are spaced is the printer's business. */
export const lettersOf = (marks: readonly Mark[]): string =>
  marks
    .map((mark) => (mark.kind === 'text' ? mark.text : ''))
    .join('')
    .replace(/\s+/g, '')

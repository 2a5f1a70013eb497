import type { Finding } from '../finding'

import { DPI } from '../issuedPage'
import { grow, holds, type MmRect, type PageView } from '../pageView'
import { type Grey, greyOf } from '../raster/raster'
import { toPixels } from '../raster/warp'
import { findPatch, type Match, type Patch } from '../register/correlate'
import { lettersOf } from '../structure/mark'
import { makeupOf } from '../structure/makeup'
import { addedMarks } from './added'
import { find } from './finding'

const SIDE = 40
const STEP = 32
/** Pixels that a print may be off: nearly all of it is found at once, only the rest is searched. */
const REACHES = [0, 1, 6]
/** Likeness from which on nothing better is looked for. */
const SURE = 0.7
/** The rim of a sheet is shadow, staple or feed. */
const RIM_MM = 9
/** Handwriting leaves its box; further out it is somewhere else. */
const AROUND_BOX_MM = 14

/** How the cells of a page compare: those that should look alike, and do not. */
export type PageDiff = { cells: number; changed: number; worst: number }

const isLeftOut = (rect: MmRect, omitted: readonly MmRect[]): boolean => {
  const corners = [0, 1].flatMap((across) =>
    [0, 1].map((down) => ({
      x: rect.xMm + across * rect.widthMm,
      y: rect.yMm + down * rect.heightMm,
    })),
  )
  return omitted.some((other) => corners.some((corner) => holds(other, corner)))
}

const findCell = (issued: Grey, returned: Grey, patch: Patch): Match | null => {
  let match: Match | null = null
  for (const reach of REACHES) {
    match = findPatch({ issued, patch, reach, see: () => returned, spread: 30 })
    if (!match || match.likeness > SURE) {
      return match
    }
  }
  return match
}

/** Compares what is printed, cell by cell, outside the boxes. */
export const diffPage = (view: PageView, omitted: readonly MmRect[]): PageDiff => {
  const [issued, returned] = [view.issued.fine.grey, greyOf(view.aligned)]
  const out = [...view.boxes.map((box) => grow(box, AROUND_BOX_MM)), ...omitted]
  const rim = toPixels(RIM_MM, DPI)
  const diff: PageDiff = { cells: 0, changed: 0, worst: 1 }
  for (let top = rim; top + SIDE < issued.height - rim; top += STEP) {
    for (let left = rim; left + SIDE < issued.width - rim; left += STEP) {
      const mm = (pixels: number): number => (pixels * 25.4) / DPI
      const rect = { heightMm: mm(SIDE), widthMm: mm(SIDE), xMm: mm(left), yMm: mm(top) }
      const patch = { left, side: SIDE, top }
      const match = isLeftOut(rect, out) ? null : findCell(issued, returned, patch)
      if (match) {
        diff.cells++
        diff.changed += match.likeness < CHANGED ? 1 : 0
        diff.worst = Math.min(diff.worst, match.likeness)
      }
    }
  }
  return diff
}

/** Likeness below which a cell is not the same print. */
const CHANGED = 0.5
const LEAST_CHANGED = 2

/** S15 by letters: only where the file itself still holds them. */
const findChangedText = (view: PageView): Finding[] => {
  const bounds = [0, 0, 1, 1] as const
  const { ownText } = makeupOf(view.marks, view.issued.marks, bounds)
  const added = new Set(addedMarks(view))
  const own = view.marks.filter((mark) => !added.has(mark))
  return ownText >= 0.5 && lettersOf(own) !== lettersOf(view.issued.marks)
    ? [find('S15', 'red', { page: view.issued.number, text: 'textDiffers' })]
    : []
}

/** S15: whether the page outside the boxes is the issued one. */
export const findChanges = (view: PageView, omitted: readonly MmRect[]): Finding[] => {
  const { changed } = diffPage(view, omitted)
  const { number } = view.issued
  const crop = `page-${number}`
  return [
    ...findChangedText(view),
    ...(changed >= LEAST_CHANGED
      ? [find('S15', 'amber', { crop, page: number, text: 'pageDiffers' })]
      : []),
  ]
}

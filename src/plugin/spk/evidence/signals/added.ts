import type { SpkBox } from '../../document/layout'
import type { Finding } from '../finding'
import type { Mark } from '../structure/mark'

import {
  boundsToMm,
  grow,
  holds,
  isWritten,
  middleOf,
  type MmRect,
  type PageView,
  pointsToMm,
  sharedArea,
} from '../pageView'
import { find } from './finding'

/** Boxes are written over their edges: that far out an addition still belongs to one. */
const AROUND_MM = 5
/** Larger than this share of the page's width and height it is the page, or a strip of it. */
const PAGE_LIKE = 0.6
const SAME_MM = 1.5

type Placed = { mark: Mark; rect: MmRect }

const pointsOfIssued =
  (heightMm: number) =>
  ({ x, y }: { x: number; y: number }) => ({
    x: (x * 25.4) / 72,
    y: heightMm - (y * 25.4) / 72,
  })

const isSame = (a: Placed, b: Placed): boolean =>
  a.mark.kind === b.mark.kind &&
  Math.abs(a.rect.xMm - b.rect.xMm) < SAME_MM &&
  Math.abs(a.rect.yMm - b.rect.yMm) < SAME_MM &&
  Math.abs(a.rect.widthMm - b.rect.widthMm) < SAME_MM &&
  Math.abs(a.rect.heightMm - b.rect.heightMm) < SAME_MM

const isPageLike = ({ rect }: Placed, { heightMm, widthMm }: MmRect): boolean =>
  rect.widthMm > widthMm * PAGE_LIKE || rect.heightMm > heightMm * PAGE_LIKE

/** Whether most of a mark lies in a box, or its middle does. */
const isIn = (box: SpkBox, { rect }: Placed): boolean => {
  const near = grow(box, AROUND_MM)
  const area = rect.heightMm * rect.widthMm
  return holds(near, middleOf(rect)) || (area > 0 && sharedArea(rect, box) / area >= 0.3)
}

/** What a page draws inside the customer's boxes and the issued page does not. */
export const addedMarks = (view: PageView): Mark[] => {
  const { boxes, issued, marks } = view
  const page = { heightMm: issued.heightMm, widthMm: issued.widthMm, xMm: 0, yMm: 0 }
  const [toMm, ofIssued] = [pointsToMm(view), pointsOfIssued(issued.heightMm)]
  const known = issued.marks.map((mark) => ({ mark, rect: boundsToMm(mark.bounds, ofIssued) }))
  return marks
    .map((mark) => ({ mark, rect: boundsToMm(mark.bounds, toMm) }))
    .filter((each) => !isPageLike(each, page))
    .filter((each) => boxes.some((box) => isWritten(box) && isIn(box, each)))
    .filter((each) => !known.some((other) => isSame(each, other)))
    .map(({ mark }) => mark)
}

/** S2, S3 and S4: text, lines and pictures that were put into the boxes of the file. */
export const findAdded = (view: PageView): Finding[] => {
  const added = addedMarks(view)
  const page = view.issued.number
  const has = (kind: Mark['kind']): boolean => added.some((mark) => mark.kind === kind)
  const crop = 'signature'
  return [
    ...(has('text') ? [find('S2', 'red', { crop, page, text: 'addedText' })] : []),
    ...(has('path') ? [find('S3', 'red', { crop, page, text: 'addedPath' })] : []),
    ...(has('image') ? [find('S4', 'red', { crop, page, text: 'addedImage' })] : []),
    // Scanners that part ink from paper make such layers of honest ink.
    ...(has('stencil') ? [find('S4', 'amber', { crop, page, text: 'separateMask' })] : []),
  ]
}

import type { SpkBox } from '../document/layout'
import type { SeenCode } from './codes/readCodes'
import type { IssuedPage } from './issuedPage'
import type { PageRaster } from './raster/pageRaster'
import type { Raster } from './raster/raster'
import type { Mark } from './structure/mark'
import type { Bounds } from './structure/matrix'

import { type Homography, invert, type Point, project } from './geometry/homography'

/** Something that a page of the returned file carries on top of what it draws. */
export type Note = { bounds: Bounds; isFilled: boolean; kind: string }

/** A rectangle in mm from the top left corner of the issued page. */
export type MmRect = { heightMm: number; widthMm: number; xMm: number; yMm: number }

/** A returned page laid over the issued one: what every signal looks at. */
export type PageView = {
  /** The returned page in the frame of the issued one. */
  aligned: Raster
  boxes: SpkBox[]
  codes: SeenCode[]
  /** Its place in the returned file, from 1. */
  file: number
  h: Homography
  issued: IssuedPage
  likeness: number
  marks: Mark[]
  notes: Note[]
  page: PageRaster
  /** Codes that are the page's own. */
  used: SeenCode[]
}

/** Boxes into which the customer writes. */
export const isWritten = ({ kind, party }: SpkBox): boolean =>
  party === 'customer' && kind !== 'meterai'

/** From the returned page's own points to mm of the issued page. */
export const pointsToMm = ({ h, page }: Pick<PageView, 'h' | 'page'>): ((at: Point) => Point) => {
  const [toPixels, toMm] = [invert(page.toPoints), invert(h)]
  return (at) => project(toMm, project(toPixels, at))
}

/** Where a rectangle of the returned page stands on the issued one. */
export const boundsToMm = (
  [left, bottom, right, top]: Bounds,
  toMm: (at: Point) => Point,
): MmRect => {
  const corners = [
    toMm({ x: left, y: bottom }),
    toMm({ x: right, y: bottom }),
    toMm({ x: right, y: top }),
    toMm({ x: left, y: top }),
  ]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [xMm, yMm] = [Math.min(...xs), Math.min(...ys)]
  return { heightMm: Math.max(...ys) - yMm, widthMm: Math.max(...xs) - xMm, xMm, yMm }
}

/** A rectangle with more room around it. */
export const grow = ({ heightMm, widthMm, xMm, yMm }: MmRect, by: number): MmRect => ({
  heightMm: heightMm + by * 2,
  widthMm: widthMm + by * 2,
  xMm: xMm - by,
  yMm: yMm - by,
})

/** Whether a spot lies in a rectangle. */
export const holds = (rect: MmRect, { x, y }: Point): boolean =>
  x >= rect.xMm && x <= rect.xMm + rect.widthMm && y >= rect.yMm && y <= rect.yMm + rect.heightMm

/** The middle of a rectangle. */
export const middleOf = ({ heightMm, widthMm, xMm, yMm }: MmRect): Point => ({
  x: xMm + widthMm / 2,
  y: yMm + heightMm / 2,
})

/** Area that two rectangles share, in mm². */
export const sharedArea = (a: MmRect, b: MmRect): number => {
  const wide = Math.min(a.xMm + a.widthMm, b.xMm + b.widthMm) - Math.max(a.xMm, b.xMm)
  const high = Math.min(a.yMm + a.heightMm, b.yMm + b.heightMm) - Math.max(a.yMm, b.yMm)
  return wide > 0 && high > 0 ? wide * high : 0
}

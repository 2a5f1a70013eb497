import type { Finding } from '../finding'
import type { StrayCode } from '../sight'

import { invert, type Point, project } from '../geometry/homography'
import { grow, holds, isWritten, type MmRect, type PageView } from '../pageView'
import { readCodes, type SeenCode } from '../codes/readCodes'
import { greyOf } from '../raster/raster'
import { warpRaster } from '../raster/warp'
import { find } from './finding'

const METERAI_MM = 5
/** Codes in a box are small and may be smeared: the box is looked at closely by itself. */
const CLOSE_DPI = 220

const middleOf = (h: PageView['h'], { corners }: SeenCode): Point => {
  const toMm = invert(h)
  const [a, , c] = corners.map((corner) => project(toMm, corner))
  return { x: ((a?.x ?? 0) + (c?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (c?.y ?? 0)) / 2 }
}

/** Codes in one of the customer's boxes, by a closer look. */
const readBox = async (view: PageView, box: MmRect): Promise<SeenCode[]> => {
  const frame = { ...grow(box, 2), dpi: CLOSE_DPI }
  const close = await readCodes(greyOf(warpRaster(view.page.raster, view.h, frame)))
  const toMm = (pixels: number): number => (pixels * 25.4) / CLOSE_DPI
  // What only looks like a code in handwriting is handwriting; what stands beside the box is not in it.
  return close.filter(({ corners: [a, , c], isRead }) => {
    const x = frame.xMm + toMm((a.x + c.x) / 2)
    return isRead && holds(box, { x, y: frame.yMm + toMm((a.y + c.y) / 2) })
  })
}

/** Every code on a page that is not its own, with where it stands. */
export const findStrays = async (
  view: PageView,
  meterai: MmRect | null,
): Promise<{ findings: Finding[]; strays: StrayCode[] }> => {
  const { boxes, codes, file, h, issued, used } = view
  const written = boxes.filter(isWritten)
  const ownTexts = issued.codes.map(({ text }) => text)
  const seen = codes
    .filter((code) => !used.includes(code))
    .map((code) => ({ at: middleOf(h, code), code }))
    .filter(({ at, code }) => !isOwnPlace(view, at, code))
    .filter(({ at }) => !(meterai && holds(grow(meterai, METERAI_MM), at)))
  const inBox = (at: Point): boolean => written.some((box) => holds(box, at))
  const read = seen.filter(({ code }) => code.isRead)
  const unread = seen.filter(({ at, code }) => !code.isRead && inBox(at))
  const close = (await Promise.all(written.map((box) => readBox(view, box)))).flat()
  const texts = new Map(read.map(({ at, code }) => [code.text, inBox(at)]))
  for (const { text } of close.filter(({ text }) => !ownTexts.includes(text) || !texts.has(text))) {
    texts.set(text, true)
  }
  return {
    findings:
      unread.length > 0 && close.length === 0
        ? [find('S7', 'amber', { crop: 'signature', page: issued.number, text: 'codeUnread' })]
        : [],
    strays: [...texts].map(([text, isInBox]) => ({ file, isInBox, page: issued.number, text })),
  }
}

/** A code of the page that was not needed for laying it over, but stands where it belongs. */
const isOwnPlace = ({ issued }: PageView, at: Point, { text }: SeenCode): boolean =>
  issued.codes.some(({ corners, text: own }) => {
    const [a, , c] = corners
    return own === text && Math.hypot((a.x + c.x) / 2 - at.x, (a.y + c.y) / 2 - at.y) < 5
  })

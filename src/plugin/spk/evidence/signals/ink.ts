import type { Frame } from '../raster/warp'

import { type Homography, project } from '../geometry/homography'
import { DPI } from '../issuedPage'
import { grow, type MmRect, type PageView } from '../pageView'
import { greyOf, type Raster } from '../raster/raster'
import { toPixels, warpGrey, warpRaster } from '../raster/warp'

/** Pixels that somebody added to the printed page, inside a frame. */
export type Ink = { frame: Frame; mask: Uint8Array; picture: Raster; printed: Uint8Array }

const INK_DPI = 200
const TILE_MM = 8
const DARKER = 36
const MORE_COLOUR = 42
/** What is printed may lie this far from where it is expected. */
const SLACK_MM = 0.6

const issuedFrame: Homography = [DPI / 25.4, 0, 0, 0, DPI / 25.4, 0, 0, 0, 1]

/** Printed pixels of the issued page, made thicker by what alignment may be off. */
const printedMask = (view: PageView, frame: Frame): Uint8Array => {
  const { height, light, width } = warpGrey(view.issued.fine.grey, issuedFrame, frame)
  const reach = Math.max(1, toPixels(SLACK_MM, frame.dpi))
  const across = new Uint8Array(width * height)
  for (let at = 0; at < light.length; at++) {
    if ((light[at] ?? 255) < 205) {
      const x = at % width
      across.fill(1, at - Math.min(reach, x), at + Math.min(reach, width - 1 - x) + 1)
    }
  }
  const thick = new Uint8Array(width * height)
  for (let at = 0; at < across.length; at++) {
    if (across[at] === 1) {
      for (let y = -reach; y <= reach; y++) {
        const to = at + y * width
        thick[to < 0 || to >= thick.length ? at : to] = 1
      }
    }
  }
  return thick
}

type Paper = { chroma: number; light: number }

const chromaAt = ({ rgba }: Raster, at: number): number => {
  const r = rgba[at * 4] ?? 0
  const g = rgba[at * 4 + 1] ?? 0
  const b = rgba[at * 4 + 2] ?? 0
  return Math.max(r, g, b) - Math.min(r, g, b)
}

const percentile = (values: number[], share: number): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 255

/** How light and how coloured the bare paper is, tile by tile: light falls unevenly on paper. */
const paperOf = (picture: Raster, light: Uint8Array, tile: number): Paper[] => {
  const { height, width } = picture
  const columns = Math.ceil(width / tile)
  const lights = Array.from({ length: columns * Math.ceil(height / tile) }, (): number[] => [])
  const chromas = lights.map((): number[] => [])
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const at = y * width + x
      const to = Math.floor(y / tile) * columns + Math.floor(x / tile)
      lights[to]?.push(light[at] ?? 255)
      chromas[to]?.push(chromaAt(picture, at))
    }
  }
  return lights.map((values, at) => ({
    chroma: percentile(chromas[at] ?? [], 0.4),
    light: percentile(values, 0.75),
  }))
}

const maskOf = (picture: Raster, printed: Uint8Array): Uint8Array => {
  const { height, width } = picture
  const { light } = greyOf(picture)
  const tile = toPixels(TILE_MM, INK_DPI)
  const paper = paperOf(picture, light, tile)
  const columns = Math.ceil(width / tile)
  const mask = new Uint8Array(width * height)
  for (let at = 0; at < mask.length; at++) {
    const row = Math.floor(Math.floor(at / width) / tile)
    const here = paper[row * columns + Math.floor((at % width) / tile)]
    const isInk =
      (here?.light ?? 255) - (light[at] ?? 255) > DARKER ||
      chromaAt(picture, at) - (here?.chroma ?? 0) > MORE_COLOUR
    mask[at] = isInk && printed[at] === 0 ? 1 : 0
  }
  return mask
}

/** What was written by hand in and around a rectangle of the page. */
export const readInk = (view: PageView, rect: MmRect, marginMm = 0): Ink => {
  const frame = { ...grow(rect, marginMm), dpi: INK_DPI }
  const picture = warpRaster(view.page.raster, view.h, frame)
  const printed = printedMask(view, frame)
  return { frame, mask: maskOf(picture, printed), picture, printed }
}

/** Area of ink, in mm². */
export const inkArea = ({ mask }: Ink): number =>
  mask.reduce((sum, value) => sum + value, 0) * (25.4 / INK_DPI) ** 2

/** Ink inside a rectangle only, in mm². */
export const inkAreaIn = ({ frame, mask, picture }: Ink, rect: MmRect): number => {
  let count = 0
  for (let at = 0; at < mask.length; at++) {
    const x = frame.xMm + ((at % picture.width) * 25.4) / INK_DPI
    const y = frame.yMm + (Math.floor(at / picture.width) * 25.4) / INK_DPI
    const isInside =
      x >= rect.xMm && x < rect.xMm + rect.widthMm && y >= rect.yMm && y < rect.yMm + rect.heightMm
    count += isInside ? (mask[at] ?? 0) : 0
  }
  return count * (25.4 / INK_DPI) ** 2
}

/** Whether most of the ink is blue. */
export const isBlue = ({ mask, picture }: Ink): boolean => {
  let [blue, all] = [0, 0]
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 1) {
      const [r = 0, g = 0, b = 0] = picture.rgba.subarray(at * 4, at * 4 + 3)
      all++
      blue += b - r > 25 && b >= g ? 1 : 0
    }
  }
  return all > 0 && blue / all > 0.4
}

/** Where a rectangle of the issued page lies on the returned picture: left, top, right, bottom. */
export const pixelsOf = ({ h }: PageView, rect: MmRect): [number, number, number, number] => {
  const corners = [0, 1].flatMap((across) =>
    [0, 1].map((down) =>
      project(h, { x: rect.xMm + across * rect.widthMm, y: rect.yMm + down * rect.heightMm }),
    ),
  )
  const xs = corners.map(({ x }) => Math.round(x))
  const ys = corners.map(({ y }) => Math.round(y))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

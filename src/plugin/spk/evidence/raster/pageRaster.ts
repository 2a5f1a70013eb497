import type { PageViewport, PDFPageProxy } from '../../inspect/inside'
import type { Mark } from '../structure/mark'
import type { Matrix } from '../structure/matrix'

import { fitAffine, type Homography, type Point } from '../geometry/homography'
import { blankRaster, type Grey, greyOf, type Raster, shrink } from './raster'

/** A page as pixels; `toPoints` leads from them to the page's own points. */
export type PageRaster = {
  /** Whether these are a scanner's own pixels, none of them mixed by drawing. */
  isNative: boolean
  raster: Raster
  toPoints: Homography
}

/** Finer than this is only slower. */
const LONGEST = 2_400

type Decoded = {
  data?: Uint8Array | Uint8ClampedArray
  height: number
  kind: number
  width: number
}

const KINDS = { bilevel: 1, rgb: 2, rgba: 3 }

const fromRgb = (data: Uint8Array | Uint8ClampedArray, width: number, height: number): Raster => {
  const raster = blankRaster(width, height)
  const { rgba } = raster
  for (let to = 0, from = 0; to < rgba.length; to += 4, from += 3) {
    rgba[to] = data[from] ?? 0
    rgba[to + 1] = data[from + 1] ?? 0
    rgba[to + 2] = data[from + 2] ?? 0
  }
  return raster
}

const fromBits = (data: Uint8Array | Uint8ClampedArray, width: number, height: number): Raster => {
  const raster = blankRaster(width, height)
  const stride = (width + 7) >> 3
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const isLight = ((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
    raster.rgba.fill(isLight ? 255 : 0, at * 4, at * 4 + 3)
  }
  return raster
}

const fromDecoded = ({ data, height, kind, width }: Decoded): null | Raster => {
  if (!data) {
    return null
  }
  if (kind === KINDS.rgba) {
    const rgba = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength)
    return { height, rgba, width }
  }
  return (kind === KINDS.rgb ? fromRgb : fromBits)(data, width, height)
}

/** Corners of an image's pixels and where they stand on the page, by the unit square of its matrix. */
const frameOf = ({ height, width }: Raster, m: Matrix): Homography | null => {
  const at = (u: number, v: number): Point => ({
    x: m[0] * u + m[2] * v + m[4],
    y: m[1] * u + m[3] * v + m[5],
  })
  return fitAffine([
    { from: { x: 0, y: 0 }, to: at(0, 1) },
    { from: { x: width, y: 0 }, to: at(1, 1) },
    { from: { x: 0, y: height }, to: at(0, 0) },
  ])
}

/** The pixels of a page's one image, as they were decoded for it anyway. */
const readImage = (page: PDFPageProxy, name: string): Promise<Decoded | null> =>
  new Promise((resolve) => {
    const objects = name.startsWith('g_') ? page.commonObjs : page.objs
    objects.get(name, (found: Decoded | null) => resolve(found))
  })

const fromOnlyImage = async (page: PDFPageProxy, mark: Mark): Promise<null | PageRaster> => {
  if (mark.kind !== 'image' || mark.name === null) {
    return null
  }
  const decoded = await readImage(page, mark.name)
  const full = decoded && fromDecoded(decoded)
  const raster = full && shrink(full, LONGEST)
  const toPoints = raster && frameOf(raster, mark.ctm)
  return raster && toPoints && { isNative: raster === full, raster, toPoints }
}

/** Three corners of what was drawn say where all of it stands. */
const frameOfView = (viewport: PageViewport, width: number, height: number): Homography => {
  const corners: Point[] = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
  ]
  const pairs = corners.map((from) => {
    const [x = 0, y = 0] = viewport.convertToPdfPoint(from.x, from.y) as number[]
    return { from, to: { x, y } }
  })
  const toPoints = fitAffine(pairs)
  if (!toPoints) {
    throw new Error('A page without extent')
  }
  return toPoints
}

/** Draws a page as a reader of PDF shows it, at most `dpi` fine. */
export const drawPage = async (page: PDFPageProxy, dpi: number): Promise<PageRaster> => {
  const { createCanvas } = await import('@napi-rs/canvas')
  const natural = page.getViewport({ scale: 1 })
  const scale = Math.min(dpi / 72, LONGEST / Math.max(natural.width, natural.height))
  const viewport = page.getViewport({ scale })
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const target = { canvas, canvasContext: context, viewport } as unknown
  await page.render(target as Parameters<PDFPageProxy['render']>[0]).promise
  const { data } = context.getImageData(0, 0, width, height)
  // Its pixels are given back at once, not when somebody gets round to it.
  canvas.width = 1
  canvas.height = 1
  return {
    isNative: false,
    raster: { height, rgba: data, width },
    toPoints: frameOfView(viewport, width, height),
  }
}

/** The same in grey, which is all that comparing needs. */
export const drawGrey = async (page: PDFPageProxy, dpi: number): Promise<Grey> => {
  const { raster } = await drawPage(page, dpi)
  return greyOf(raster)
}

/** A scan's own pixels where a page is nothing but one image; else the page as it is drawn. */
export const rasterOf = async (args: {
  dpi: number
  marks: readonly Mark[]
  onlyImage: Mark | null
  page: PDFPageProxy
}): Promise<PageRaster> => {
  const { dpi, onlyImage, page } = args
  return (onlyImage && (await fromOnlyImage(page, onlyImage))) ?? drawPage(page, dpi)
}

import type { InspectLimits } from '../inspect'
import type { PDFDocumentProxy, PDFPageProxy } from '../inspect/inside'
import type { MmRect } from './pageView'
import type { Grey } from './raster/raster'

import { openReturned, openTrusted, type ServedTask } from '../inspect/inside'
import { grow } from './pageView'
import { drawGrey } from './raster/pageRaster'
import { lettersOf } from './structure/mark'
import { walkPage } from './structure/walkPage'

/** What the comparison is told: where the stamp stands that may differ. */
export type CompareTask = { limits: InspectLimits; rect: { page: number } & MmRect }

/** Pages, from 1, on which two files do not say, or do not show, the same. */
export type Compared = { looks: number[]; texts: number[] }

/** A character of 8 points is ten pixels high: less than a block of it is no change of content. */
const DPI = 100
const BLOCK = 8
/** Mean difference in lightness, of 255, from which on a block looks different. */
const DIFFERENT = 24
/** A stamp's rim may be drawn a little beside its rectangle. */
const RIM_MM = 1

type Area = { bottom: number; left: number; right: number; top: number }

const POINTS_PER_MM = 72 / 25.4

/** The stamp's place on a drawn page, in pixels. */
const areaOf = (page: PDFPageProxy, { width }: Grey, rect: MmRect): Area => {
  const scale = width / page.getViewport({ scale: 1 }).width
  const pixels = (mm: number): number => mm * POINTS_PER_MM * scale
  const { heightMm, widthMm, xMm, yMm } = grow(rect, RIM_MM)
  const [left, top] = [pixels(xMm), pixels(yMm)]
  return { bottom: top + pixels(heightMm), left, right: left + pixels(widthMm), top }
}

type Spot = { x: number; y: number }

const differenceAt = (one: Grey, other: Grey, { x, y }: Spot): number => {
  let sum = 0
  for (let down = 0; down < BLOCK; down++) {
    for (let across = 0; across < BLOCK; across++) {
      const a = one.light[(y + down) * one.width + x + across] ?? 255
      const b = other.light[(y + down) * other.width + x + across] ?? 255
      sum += Math.abs(a - b)
    }
  }
  return sum / BLOCK ** 2
}

const isIn = ({ x, y }: Spot, area: Area | null): boolean =>
  area !== null &&
  x + BLOCK > area.left &&
  x < area.right &&
  y + BLOCK > area.top &&
  y < area.bottom

const looksSame = (one: Grey, other: Grey, omitted: Area | null): boolean => {
  const isSize = (a: number, b: number): boolean => Math.abs(a - b) <= 1
  if (!isSize(one.width, other.width) || !isSize(one.height, other.height)) {
    return false
  }
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)]
  // Blocks overlap by half: what lies across the edge of one lies within the next.
  for (let y = 0; y + BLOCK <= height; y += BLOCK / 2) {
    for (let x = 0; x + BLOCK <= width; x += BLOCK / 2) {
      if (!isIn({ x, y }, omitted) && differenceAt(one, other, { x, y }) > DIFFERENT) {
        return false
      }
    }
  }
  return true
}

type Widget = { fieldType?: string; subtype?: string }

/** Things over a page that are no field of a signature: how many it has. */
const countNotes = async (page: PDFPageProxy): Promise<number> => {
  const all = (await page.getAnnotations()) as Widget[]
  return all.filter(({ fieldType, subtype }) => subtype !== 'Widget' || fieldType !== 'Sig').length
}

type Pages = { issued: PDFPageProxy; rect: MmRect | null; stamped: PDFPageProxy }

const comparePage = async ({
  issued,
  rect,
  stamped,
}: Pages): Promise<Record<keyof Compared, boolean>> => {
  const texts = lettersOf(await walkPage(issued)) === lettersOf(await walkPage(stamped))
  const [before, after] = [await drawGrey(issued, DPI), await drawGrey(stamped, DPI)]
  const areNotes = (await countNotes(issued)) === (await countNotes(stamped))
  const looks = areNotes && looksSame(before, after, rect && areaOf(stamped, after, rect))
  issued.cleanup()
  stamped.cleanup()
  return { looks, texts }
}

const openBoth = async (
  files: ServedTask['files'],
  limits: InspectLimits,
): Promise<[PDFDocumentProxy, PDFDocumentProxy]> => [
  await openTrusted(files['issued'] ?? new Uint8Array(), limits),
  await openReturned(files['stamped'] ?? new Uint8Array(), limits),
]

/**
 * Compares a stamped file with the one that was to be stamped, page by page: letters, and what is seen
 * outside the stamp. A page more or less differs in both. In the inspecting process.
 */
export const compareFiles = async (
  served: { task: CompareTask } & Omit<ServedTask, 'task'>,
): Promise<Compared> => {
  const { files, reportStep, task } = served
  const { limits, rect } = task
  const [issued, stamped] = await openBoth(files, limits)
  reportStep()
  const compared: Compared = { looks: [], texts: [] }
  for (let page = 1; page <= Math.max(issued.numPages, stamped.numPages); page++) {
    const isBoth = page <= Math.min(issued.numPages, stamped.numPages)
    const same = isBoth
      ? await comparePage({
          issued: await issued.getPage(page),
          rect: rect.page === page ? rect : null,
          stamped: await stamped.getPage(page),
        })
      : { looks: false, texts: false }
    compared.looks.push(...(same.looks ? [] : [page]))
    compared.texts.push(...(same.texts ? [] : [page]))
    reportStep()
  }
  return compared
}

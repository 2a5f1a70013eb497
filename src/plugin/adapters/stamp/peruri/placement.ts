import { PDFDocument } from 'pdf-lib'

import type { StampPlace } from '../../../spk/port'

/** Corners of the stamp in points, as the service calls them. */
export type Visible = {
  visLLX: number
  visLLY: number
  visSignaturePage: number
  visURX: number
  visURY: number
}

const POINTS = 72 / 25.4

const round = (value: number): number => Math.round(value * 100) / 100

/**
 * Where the stamp goes in the service's words: points from the bottom left corner of the page, or from
 * the top left one when its y grows downward.
 *
 * @returns undefined when the file has no such page or the stamp does not stand on it
 */
export async function findVisible(args: {
  bytes: Uint8Array
  place: StampPlace
  yAxis: 'down' | 'up'
}): Promise<undefined | Visible> {
  const { bytes, place, yAxis } = args
  const document = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined)
  if (document === undefined || !(place.page >= 1 && place.page <= document.getPageCount())) {
    return undefined
  }
  const shown = document.getPage(place.page - 1).getCropBox()
  const [left, top] = [place.xMm * POINTS, place.yMm * POINTS]
  const [right, bottom] = [left + place.widthMm * POINTS, top + place.heightMm * POINTS]
  // Half a point is what rounding to hundredths of mm can cost.
  const isOn = left >= 0 && top >= 0 && right <= shown.width + 0.5 && bottom <= shown.height + 0.5
  if (!isOn || right <= left || bottom <= top) {
    return undefined
  }
  const up = (fromTop: number) => round(shown.y + shown.height - fromTop)
  return {
    visLLX: round(shown.x + left),
    visLLY: yAxis === 'up' ? up(bottom) : round(bottom),
    visSignaturePage: place.page,
    visURX: round(shown.x + right),
    visURY: yAxis === 'up' ? up(top) : round(top),
  }
}

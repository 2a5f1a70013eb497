import { describe, expect, test } from 'vitest'

import type { Homography } from '@/plugin/spk/evidence/geometry/homography'
import { greyOf, pixelsOf, type Raster, shrink } from '@/plugin/spk/evidence/raster/raster'
import { warpGrey, warpRaster } from '@/plugin/spk/evidence/raster/warp'

/** A picture of colours, row by row. */
const picture = (width: number, ...colours: (readonly [number, number, number])[]): Raster => ({
  height: colours.length / width,
  rgba: new Uint8ClampedArray(colours.flatMap((colour) => [...colour, 255])),
  width,
})

const coloursOf = ({ rgba }: Raster): number[][] =>
  Array.from({ length: rgba.length / 4 }, (_, at) => [...rgba.subarray(at * 4, at * 4 + 4)])

const RED = [200, 10, 0] as const
const BLUE = [0, 20, 250] as const
const WHITE = [255, 255, 255, 255]

/** One pixel for each mm, moved by so many of them. */
const moved = (x: number, y = 0): Homography => [1, 0, x, 0, 1, y, 0, 0, 1]
const frame = { dpi: 25.4, heightMm: 3, widthMm: 3, xMm: 0, yMm: 0 }
const nine = picture(3, RED, RED, BLUE, RED, RED, BLUE, RED, RED, BLUE)

describe('a picture laid over a page', () => {
  test('shows its own pixels where nothing is turned or moved', () => {
    const [first = []] = coloursOf(warpRaster(nine, moved(0), frame))
    expect(first).toEqual([...RED, 255])
  })

  test('mixes neighbours by their distance, each colour for itself', () => {
    const half = coloursOf(warpRaster(nine, moved(0.5), frame))
    expect(half[1]).toEqual([100, 15, 125, 255])
    const quarter = coloursOf(warpRaster(nine, moved(0.25), frame))
    expect(quarter[1]).toEqual([150, 13, 63, 255])
  })

  test('is white where it does not reach', () => {
    expect(
      coloursOf(warpRaster(nine, moved(9), frame)).every((each) => each.join() === WHITE.join()),
    ).toBe(true)
    expect(coloursOf(warpRaster(nine, moved(-2), frame))[0]).toEqual(WHITE)
  })

  test('in grey it looks as its colours in grey', () => {
    const grey = warpGrey(greyOf(nine), moved(0.5), frame).light
    const colours = greyOf(warpRaster(nine, moved(0.5), frame)).light
    const off = Array.from(grey, (light, at) => Math.abs(light - (colours[at] ?? 0)))
    expect(Math.max(...off)).toBeLessThanOrEqual(1)
  })

  test('is read where its pixels lie oddly in memory as well', () => {
    const shifted = new Uint8ClampedArray(new ArrayBuffer(nine.rgba.length + 1), 1)
    shifted.set(nine.rgba)
    expect(pixelsOf({ ...nine, rgba: shifted })).toEqual(pixelsOf(nine))
  })
})

describe('a picture that is finer than needed', () => {
  const four = picture(4, RED, BLUE, RED, RED, RED, BLUE, RED, RED)

  test('is averaged in squares of whole pixels', () => {
    expect(coloursOf(shrink(four, 2))).toEqual([
      [100, 15, 125, 255],
      [...RED, 255],
    ])
  })

  test('stays as it is when it fits', () => {
    expect(shrink(four, 4)).toBe(four)
  })
})

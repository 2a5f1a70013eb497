import type { Raster } from '../raster/raster'

/** How a page's bare paper looks: spread around its own mean, and shares of pure and nearly pure white. */
export type PaperNoise = { pixels: number; sigma: number; white: number }

const BLOCK = 8
const HALF = 2

type Spot = { raster: Raster; x: number; y: number }

const lightAt = ({ rgb, width }: Raster, x: number, y: number): number => {
  const at = (y * width + x) * 3
  return ((rgb[at] ?? 0) + (rgb[at + 1] ?? 0) + (rgb[at + 2] ?? 0)) / 3
}

/** Whether nothing is drawn in a block: light, and about the same everywhere. */
const isBare = ({ raster, x, y }: Spot): boolean => {
  let [least, most] = [255, 0]
  for (let down = -HALF; down < BLOCK + HALF; down += 2) {
    for (let across = -HALF; across < BLOCK + HALF; across += 2) {
      const light = lightAt(raster, x + across, y + down)
      least = Math.min(least, light)
      most = Math.max(most, light)
    }
  }
  return least > 130 && most - least < 40
}

/** What is left of a pixel without the mean of the 25 around it. */
const residualAt = ({ raster, x, y }: Spot): number => {
  let sum = 0
  for (let down = -HALF; down <= HALF; down++) {
    for (let across = -HALF; across <= HALF; across++) {
      sum += lightAt(raster, x + across, y + down)
    }
  }
  return lightAt(raster, x, y) - sum / 25
}

type Tally = { pixels: number; squares: number; white: number }

const addBlock = (tally: Tally, { raster, x, y }: Spot): void => {
  for (let at = 0; at < BLOCK * BLOCK; at++) {
    const spot = { raster, x: x + (at % BLOCK), y: y + Math.floor(at / BLOCK) }
    tally.squares += residualAt(spot) ** 2
    tally.white += lightAt(raster, spot.x, spot.y) === 255 ? 1 : 0
  }
  tally.pixels += BLOCK * BLOCK
}

/** Measures the bare paper in a part of a page's own pixels: left, top, right, bottom. */
export const measurePaper = (
  raster: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
): PaperNoise => {
  const tally: Tally = { pixels: 0, squares: 0, white: 0 }
  const [fromX, fromY] = [Math.max(HALF, left), Math.max(HALF, top)]
  const toX = Math.min(raster.width - BLOCK - HALF, right)
  const toY = Math.min(raster.height - BLOCK - HALF, bottom)
  for (let y = fromY; y < toY; y += BLOCK) {
    for (let x = fromX; x < toX; x += BLOCK) {
      const spot = { raster, x, y }
      if (isBare(spot)) {
        addBlock(tally, spot)
      }
    }
  }
  const pixels = Math.max(1, tally.pixels)
  return {
    pixels: tally.pixels,
    sigma: Math.sqrt(tally.squares / pixels),
    white: tally.white / pixels,
  }
}

const ENOUGH = 4_000

/** Paper as no scanner sees it. */
export const isNeverScanned = ({ pixels, sigma, white }: PaperNoise): boolean =>
  pixels >= ENOUGH && sigma < 0.11 && white > 0.95

/** Noise that was spread over paper that had been white: half of it is cut off. */
export const isClippedNoise = ({ pixels, sigma, white }: PaperNoise): boolean =>
  pixels >= ENOUGH && sigma > 0.6 && white >= 0.08 && white <= 0.9

import type { Raster } from '../raster/raster'

/**
 * How a page's bare paper looks: spread of its pixels around the mean near them, the same of the middle
 * one of all its blocks, and the share of pure white.
 */
export type PaperNoise = { middle: number; pixels: number; sigma: number; white: number }

const BLOCK = 8
const HALF = 2

type Spot = { raster: Raster; x: number; y: number }

const lightAt = ({ rgba, width }: Raster, x: number, y: number): number => {
  const at = (y * width + x) * 4
  return ((rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0)) / 3
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

type Tally = { pixels: number; squares: number[]; white: number }

const addBlock = (tally: Tally, { raster, x, y }: Spot): void => {
  let squares = 0
  for (let at = 0; at < BLOCK * BLOCK; at++) {
    const spot = { raster, x: x + (at % BLOCK), y: y + Math.floor(at / BLOCK) }
    squares += residualAt(spot) ** 2
    tally.white += lightAt(raster, spot.x, spot.y) === 255 ? 1 : 0
  }
  tally.squares.push(squares / BLOCK ** 2)
  tally.pixels += BLOCK * BLOCK
}

/** Measures the bare paper in a part of a page's own pixels: left, top, right, bottom. */
export const measurePaper = (
  raster: Raster,
  [left, top, right, bottom]: readonly [number, number, number, number],
): PaperNoise => {
  const tally: Tally = { pixels: 0, squares: [], white: 0 }
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
  const { pixels, squares, white } = tally
  const ordered = [...squares].sort((a, b) => a - b)
  const mean = squares.reduce((sum, value) => sum + value, 0) / Math.max(1, squares.length)
  return {
    middle: Math.sqrt(ordered[ordered.length >> 1] ?? 0),
    pixels,
    sigma: Math.sqrt(mean),
    white: white / Math.max(1, pixels),
  }
}

const ENOUGH = 4_000

/** Paper as no scanner sees it: around ink a JPEG leaves ripples, so the middle block is asked. */
export const isNeverScanned = ({ middle, pixels, white }: PaperNoise): boolean =>
  pixels >= ENOUGH && middle < 0.11 && white > 0.85

/** Noise that was spread over paper that had been white: half of it is cut off. */
export const isClippedNoise = ({ middle, pixels, white }: PaperNoise): boolean =>
  pixels >= ENOUGH && middle > 0.6 && white >= 0.08 && white <= 0.9

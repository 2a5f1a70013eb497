import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** Pixels of a side, as measured. */
export const STAMP_PIXELS = 183

const MODULES = 61

const ORANGE = [232, 119, 34] as const
const WHITE = [255, 255, 255] as const

const isFinder = (x: number, y: number): boolean => {
  const [column, row] = [x < 7 ? x : x - (MODULES - 7), y < 7 ? y : y - (MODULES - 7)]
  const isCorner = (x < 7 && y < 7) || (x >= MODULES - 7 && y < 7) || (x < 7 && y >= MODULES - 7)
  const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3))
  return isCorner && ring !== 2
}

const isNearCorner = (x: number, y: number): boolean =>
  (x < 8 || x >= MODULES - 8) && (y < 8 || y >= MODULES - 8)

/** The middle 63 % hold the stamp's design; here a frame that says nothing. */
const isMiddle = (x: number, y: number): boolean =>
  [x, y].every((each) => each > MODULES * 0.18 && each < MODULES * 0.82)

/** A square of orange modules in the looks of a specimen; RGB, deflated. It cannot be read as a code. */
export function drawStamp(serial: string): Buffer {
  const seed = createHash('sha512').update(serial).digest()
  const isDark = (x: number, y: number): boolean => {
    if (isNearCorner(x, y)) {
      return isFinder(x, y)
    }
    const bit = (seed[(x * 7 + y * 13) % seed.length] ?? 0) >> ((x + y) % 8)
    return !isMiddle(x, y) && (bit & 1) === 1
  }
  const pixels = Buffer.alloc(STAMP_PIXELS * STAMP_PIXELS * 3)
  for (let at = 0; at < STAMP_PIXELS * STAMP_PIXELS; at += 1) {
    const [x, y] = [at % STAMP_PIXELS, Math.floor(at / STAMP_PIXELS)]
    const side = STAMP_PIXELS / MODULES
    const colour = isDark(Math.floor(x / side), Math.floor(y / side)) ? ORANGE : WHITE
    pixels.set(colour, at * 3)
  }
  return deflateSync(pixels)
}

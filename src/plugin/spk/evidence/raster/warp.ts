import type { Homography } from '../geometry/homography'

import { blankRaster, type Grey, pixelsOf, type Raster } from './raster'

/** A part of the issued page to look at, in mm, and how finely. */
export type Frame = {
  dpi: number
  heightMm: number
  widthMm: number
  xMm: number
  yMm: number
}

/** Pixels of a length in mm. */
export const toPixels = (mm: number, dpi: number): number => Math.round((mm / 25.4) * dpi)

type Size = { height: number; width: number }

const sizeOf = ({ dpi, heightMm, widthMm }: Frame): Size => ({
  height: Math.max(1, toPixels(heightMm, dpi)),
  width: Math.max(1, toPixels(widthMm, dpi)),
})

/** Weights of neighbours in 256ths: whole numbers are half the work of fractions. */
const SHARES = 256
const OUTSIDE = -1

/**
 * Where each pixel of a row comes from: the upper left one of four in the picture, and how far it lies
 * towards the others, across in the lower byte and down in the upper one.
 */
type Row = { from: Int32Array; shares: Uint16Array }

type Line = { h: Homography; mmX: number; mmY: number; step: number }

const traceRow = ({ from, shares }: Row, { height, width }: Size, line: Line): void => {
  const { h, mmX, mmY, step } = line
  const [lastX, lastY] = [(width - 1) * SHARES, (height - 1) * SHARES]
  let [u, v, w] = [
    h[0] * mmX + h[1] * mmY + h[2],
    h[3] * mmX + h[4] * mmY + h[5],
    h[6] * mmX + h[7] * mmY + h[8],
  ]
  const [du, dv, dw] = [h[0] * step, h[3] * step, h[6] * step]
  for (let column = 0; column < from.length; column++, u += du, v += dv, w += dw) {
    const share = SHARES / w
    // `u` and `v` are corners, pixels have their values in their centres.
    const x = Math.floor(u * share - SHARES / 2)
    const y = Math.floor(v * share - SHARES / 2)
    const isInside = x >= 0 && y >= 0 && x < lastX && y < lastY
    from[column] = isInside ? (y >> 8) * width + (x >> 8) : OUTSIDE
    shares[column] = (x & 255) | ((y & 255) << 8)
  }
}

const beginRow = (width: number): Row => ({
  from: new Int32Array(width),
  shares: new Uint16Array(width),
})

/** The line of the issued page, in mm, that a frame's row shows in the middle of its pixels. */
const lineOf = (h: Homography, { dpi, xMm, yMm }: Frame, row: number): Line => {
  const step = 25.4 / dpi
  return { h, mmX: xMm + step / 2, mmY: yMm + (row + 0.5) * step, step }
}

/** Two of a pixel's four bytes with room for a product beside each. */
const PAIR = 0x00_ff_00_ff
const ROUND = 0x00_80_00_80

/** Two bytes of one pixel and of the next, mixed at once. */
const mix = (a: number, b: number, share: number): number =>
  ((Math.imul(a, SHARES - share) + Math.imul(b, share) + ROUND) >>> 8) & PAIR

type Pixels = { out: Uint32Array; pixels: Uint32Array; width: number }

/** Between four pixels, by distance; what lies outside stays as it is. */
const mixRow = ({ out, pixels, width }: Pixels, { from, shares }: Row, start: number): void => {
  for (let column = 0; column < from.length; column++) {
    const corner = from[column] ?? OUTSIDE
    if (corner !== OUTSIDE) {
      const share = shares[column] ?? 0
      const across = share & 255
      const a = pixels[corner] ?? 0
      const b = pixels[corner + 1] ?? 0
      const c = pixels[corner + width] ?? 0
      const d = pixels[corner + width + 1] ?? 0
      const even = mix(mix(a & PAIR, b & PAIR, across), mix(c & PAIR, d & PAIR, across), share >> 8)
      const odd = mix(
        mix((a >>> 8) & PAIR, (b >>> 8) & PAIR, across),
        mix((c >>> 8) & PAIR, (d >>> 8) & PAIR, across),
        share >> 8,
      )
      out[start + column] = even | (odd << 8)
    }
  }
}

type Lights = { light: Uint8Array; out: Uint8Array; width: number }

/** The same of one byte a pixel, which leaves room for exactness. */
const mixGreyRow = ({ light, out, width }: Lights, { from, shares }: Row, start: number): void => {
  for (let column = 0; column < from.length; column++) {
    const corner = from[column] ?? OUTSIDE
    if (corner !== OUTSIDE) {
      const share = shares[column] ?? 0
      const across = share & 255
      const a = light[corner] ?? 0
      const c = light[corner + width] ?? 0
      const upper = (a << 8) + ((light[corner + 1] ?? 0) - a) * across
      const lower = (c << 8) + ((light[corner + width + 1] ?? 0) - c) * across
      out[start + column] = ((upper << 8) + (lower - upper) * (share >> 8) + 32_768) >> 16
    }
  }
}

/** A part of the issued page as it looks in what came back; `h` leads from its mm to pixels. */
export const warpRaster = (picture: Raster, h: Homography, frame: Frame): Raster => {
  const { height, width } = sizeOf(frame)
  const warped = blankRaster(width, height)
  const [out, pixels, row] = [pixelsOf(warped), pixelsOf(picture), beginRow(width)]
  for (let y = 0; y < height; y++) {
    traceRow(row, picture, lineOf(h, frame, y))
    mixRow({ out, pixels, width: picture.width }, row, y * width)
  }
  return warped
}

/** The same in grey. */
export const warpGrey = (grey: Grey, h: Homography, frame: Frame): Grey => {
  const { height, width } = sizeOf(frame)
  const light = new Uint8Array(width * height).fill(255)
  const row = beginRow(width)
  for (let y = 0; y < height; y++) {
    traceRow(row, grey, lineOf(h, frame, y))
    mixGreyRow({ light: grey.light, out: light, width: grey.width }, row, y * width)
  }
  return { height, light, width }
}

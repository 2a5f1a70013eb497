import type { Homography } from '../geometry/homography'
import type { Grey, Raster } from './raster'

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

const sizeOf = ({ dpi, heightMm, widthMm }: Frame): { height: number; width: number } => ({
  height: Math.max(1, toPixels(heightMm, dpi)),
  width: Math.max(1, toPixels(widthMm, dpi)),
})

type Plane = { bytes: Uint8Array; channels: 1 | 3; height: number; width: number }

type Row = { at: number; count: number; h: Homography; mmX: number; mmY: number; step: number }

const WHITE = 255
/** Weights of neighbours in 256ths: whole numbers are half the work of fractions. */
const SHARES = 256

/** Between four pixels, by distance; outside it is white. `x` and `y` are centres of pixels. */
const sampleRow = (plane: Plane, out: Uint8Array, row: Row): void => {
  const { bytes, channels, height, width } = plane
  const { count, h, mmX, mmY, step } = row
  const stride = width * channels
  const [lastX, lastY] = [(width - 1) * SHARES, (height - 1) * SHARES]
  let at = row.at
  let [u, v, w] = [
    h[0] * mmX + h[1] * mmY + h[2],
    h[3] * mmX + h[4] * mmY + h[5],
    h[6] * mmX + h[7] * mmY + h[8],
  ]
  const [du, dv, dw] = [h[0] * step, h[3] * step, h[6] * step]
  for (let column = 0; column < count; column++, u += du, v += dv, w += dw) {
    const x = Math.floor((u / w - 0.5) * SHARES)
    const y = Math.floor((v / w - 0.5) * SHARES)
    if (x < 0 || y < 0 || x >= lastX || y >= lastY) {
      for (let channel = 0; channel < channels; channel++) {
        out[at++] = WHITE
      }
      continue
    }
    const fx = x & 255
    const fy = y & 255
    let from = (y >> 8) * stride + (x >> 8) * channels
    for (let channel = 0; channel < channels; channel++, from++, at++) {
      const a = bytes[from] ?? 0
      const c = bytes[from + stride] ?? 0
      const upper = (a << 8) + ((bytes[from + channels] ?? 0) - a) * fx
      const lower = (c << 8) + ((bytes[from + stride + channels] ?? 0) - c) * fx
      out[at] = ((upper << 8) + (lower - upper) * fy + 32_768) >> 16
    }
  }
}

const warp = (plane: Plane, h: Homography, frame: Frame): Uint8Array => {
  const { height, width } = sizeOf(frame)
  const step = 25.4 / frame.dpi
  const out = new Uint8Array(width * height * plane.channels)
  const mmX = frame.xMm + step / 2
  for (let row = 0; row < height; row++) {
    const mmY = frame.yMm + (row + 0.5) * step
    sampleRow(plane, out, { at: row * width * plane.channels, count: width, h, mmX, mmY, step })
  }
  return out
}

/** A part of the issued page as it looks in what came back; `h` leads from its mm to pixels. */
export const warpRaster = (raster: Raster, h: Homography, frame: Frame): Raster => ({
  ...sizeOf(frame),
  rgb: warp({ ...raster, bytes: raster.rgb, channels: 3 }, h, frame),
})

/** The same in grey. */
export const warpGrey = (grey: Grey, h: Homography, frame: Frame): Grey => ({
  ...sizeOf(frame),
  light: warp({ ...grey, bytes: grey.light, channels: 1 }, h, frame),
})

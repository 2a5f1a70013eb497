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

/** Between four pixels, by distance; outside it is white. `x` and `y` are centres of pixels. */
const sampleRow = (
  plane: Plane,
  out: Uint8Array,
  row: { at: number; count: number; h: Homography; mmX: number; mmY: number; step: number },
): void => {
  const { bytes, channels, height, width } = plane
  const { count, h, mmX, mmY, step } = row
  const stride = width * channels
  let at = row.at
  let [u, v, w] = [
    h[0] * mmX + h[1] * mmY + h[2],
    h[3] * mmX + h[4] * mmY + h[5],
    h[6] * mmX + h[7] * mmY + h[8],
  ]
  const [du, dv, dw] = [h[0] * step, h[3] * step, h[6] * step]
  for (let column = 0; column < count; column++, u += du, v += dv, w += dw) {
    const x = u / w - 0.5
    const y = v / w - 0.5
    const left = Math.floor(x)
    const top = Math.floor(y)
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
      out.fill(255, at, at + channels)
      at += channels
      continue
    }
    const fx = x - left
    const fy = y - top
    let from = top * stride + left * channels
    for (let channel = 0; channel < channels; channel++, from++, at++) {
      const a = bytes[from] ?? 0
      const c = bytes[from + stride] ?? 0
      const upper = a + ((bytes[from + channels] ?? 0) - a) * fx
      const lower = c + ((bytes[from + stride + channels] ?? 0) - c) * fx
      out[at] = upper + (lower - upper) * fy + 0.5
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

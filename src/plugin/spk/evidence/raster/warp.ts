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

/** Between four pixels, by distance; outside it is white. */
const sample = (
  plane: Plane,
  out: Uint8Array,
  spot: { at: number; x: number; y: number },
): void => {
  const { bytes, channels, height, width } = plane
  const { at, x, y } = spot
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
    out.fill(255, at, at + channels)
    return
  }
  const [fx, fy] = [x - left, y - top]
  const from = (top * width + left) * channels
  const below = from + width * channels
  for (let channel = 0; channel < channels; channel++) {
    const a = bytes[from + channel] ?? 0
    const b = bytes[from + channels + channel] ?? 0
    const c = bytes[below + channel] ?? 0
    const d = bytes[below + channels + channel] ?? 0
    const upper = a + (b - a) * fx
    out[at + channel] = upper + (c + (d - c) * fx - upper) * fy + 0.5
  }
}

const warp = (plane: Plane, h: Homography, frame: Frame): Uint8Array => {
  const { height, width } = sizeOf(frame)
  const step = 25.4 / frame.dpi
  const out = new Uint8Array(width * height * plane.channels)
  const spot = { at: 0, x: 0, y: 0 }
  for (let row = 0; row < height; row++) {
    const mmY = frame.yMm + (row + 0.5) * step
    for (let column = 0; column < width; column++) {
      const mmX = frame.xMm + (column + 0.5) * step
      const w = h[6] * mmX + h[7] * mmY + h[8]
      spot.x = (h[0] * mmX + h[1] * mmY + h[2]) / w - 0.5
      spot.y = (h[3] * mmX + h[4] * mmY + h[5]) / w - 0.5
      sample(plane, out, spot)
      spot.at += plane.channels
    }
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

import type { Canvas } from '@napi-rs/canvas'

import type { Crop } from '../finding'
import { type Raster, rgbaOf } from './raster'

/** Loaded in the inspecting process only. */
export const loadCanvas = () => import('@napi-rs/canvas')

/** Gives a canvas's pixels back at once, not when somebody gets round to it. */
export const release = (canvas: Canvas): void => {
  canvas.width = 1
  canvas.height = 1
}

/** A picture of what came back, for people to look at. */
export const toCrop = async (name: string, raster: Raster): Promise<Crop> => {
  const { createCanvas, ImageData } = await loadCanvas()
  const { height, width } = raster
  const canvas: Canvas = createCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(rgbaOf(raster), width, height), 0, 0)
  const bytes = await canvas.encode('jpeg', 82)
  release(canvas)
  return { bytes, height, name, width }
}

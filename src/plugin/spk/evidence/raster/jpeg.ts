import type { Canvas } from '@napi-rs/canvas'

import type { Crop } from '../finding'
import { type Raster, rgbaOf } from './raster'

/** Loaded in the inspecting process only. */
export const loadCanvas = () => import('@napi-rs/canvas')

/** A picture of what came back, for people to look at. */
export const toCrop = async (name: string, raster: Raster): Promise<Crop> => {
  const { createCanvas, ImageData } = await loadCanvas()
  const { height, width } = raster
  const canvas: Canvas = createCanvas(width, height)
  canvas.getContext('2d').putImageData(new ImageData(rgbaOf(raster), width, height), 0, 0)
  return { bytes: await canvas.encode('jpeg', 82), height, name, width }
}

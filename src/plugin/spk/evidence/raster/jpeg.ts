import type { Crop } from '../finding'

import { loadSharp } from '../../inspect/inside'
import type { Raster } from './raster'

const QUALITY = 82

/** A picture of what came back, for people to look at. */
export const toCrop = async (name: string, { height, rgba, width }: Raster): Promise<Crop> => {
  const sharp = await loadSharp()
  const bytes = await sharp(rgba, { raw: { channels: 4, height, width } })
    .removeAlpha()
    .jpeg({ quality: QUALITY })
    .toBuffer()
  return { bytes, height, name, width }
}

import { drawPage } from '../evidence/raster/pageRaster'
import { toCrop } from '../evidence/raster/jpeg'
import { INSPECT_LIMITS } from '../inspect'
import { openTrusted } from '../inspect/inside'

/** As fine as pages are compared. */
const DPI = 150

/** Draws one page of a document of our own making as a JPEG; pages count from 1. */
export const drawIssuedPage = async (bytes: Uint8Array, number: number): Promise<Uint8Array> => {
  const pdf = await openTrusted(bytes, INSPECT_LIMITS)
  try {
    const { raster } = await drawPage(await pdf.getPage(number), DPI)
    return (await toCrop(`issued-${number}`, raster)).bytes
  } finally {
    await pdf.destroy()
  }
}

import type { InspectLimits } from '../../inspect'

import { openTrusted, serveTask } from '../../inspect/inside'
import { toCrop } from '../raster/jpeg'
import { drawPage } from '../raster/pageRaster'

/** As fine as pages are compared. */
const DPI = 150

/** Entered by the bootstrap of the inspecting process: one page of a document of our own, as a picture. */
export const serve = (folder: string): Promise<void> =>
  serveTask(folder, async ({ files, task }) => {
    const { limits, page } = task as { limits: InspectLimits; page: number }
    const pdf = await openTrusted(files['document'] ?? new Uint8Array(), limits)
    const { raster } = await drawPage(await pdf.getPage(page), DPI)
    const { bytes, height, width } = await toCrop('page', raster)
    return { files: { 'page.jpg': bytes }, value: { height, width } }
  })

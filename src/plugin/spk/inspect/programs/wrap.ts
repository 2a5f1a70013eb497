import type Sharp from 'sharp'

import { InspectFault } from '../faults'
import type { InspectLimits } from '../limits'

import { serveTask } from '../serveTask'

/** A4 at 300 dpi: finer pictures are telephones' noise. */
const LONGEST = 3_508
const A4 = { long: 841.89, short: 595.28 }

const isTooLarge = (error: unknown): boolean => /pixel limit/i.test(String(error))

/** Turned as its camera held it, on white, at most 300 dpi of A4; what a camera wrote about is left out. */
const readPicture = async (sharp: typeof Sharp, bytes: Uint8Array, { pixels }: InspectLimits) => {
  try {
    return await sharp(bytes, { failOn: 'error', limitInputPixels: pixels })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ fit: 'inside', height: LONGEST, width: LONGEST, withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ chromaSubsampling: '4:4:4', quality: 90 })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    throw new InspectFault(isTooLarge(error) ? 'tooManyPixels' : 'broken', { cause: error })
  }
}

const scaleOf = (width: number, height: number): number => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  return Math.min(A4.long / long, A4.short / short)
}

/** Entered by the bootstrap of the inspecting process. */
export const serve = (folder: string): Promise<void> =>
  serveTask(folder, async ({ files, reportStep, task }) => {
    const [{ default: sharp }, { PDFDocument }] = await Promise.all([
      import('sharp'),
      import('pdf-lib'),
    ])
    sharp.cache(false)
    sharp.concurrency(1)
    const { count, limits } = task as { count: number; limits: InspectLimits }
    const pdf = await PDFDocument.create({ updateMetadata: false })
    for (let at = 0; at < count; at++) {
      const { data, info } = await readPicture(
        sharp,
        files[`picture-${at}`] ?? new Uint8Array(),
        limits,
      )
      const scale = scaleOf(info.width, info.height)
      const [width, height] = [info.width * scale, info.height * scale]
      const image = await pdf.embedJpg(data)
      pdf.addPage([width, height]).drawImage(image, { height, width, x: 0, y: 0 })
      reportStep()
    }
    pdf.setProducer('Lunas')
    return { files: { 'wrapped.pdf': await pdf.save({ useObjectStreams: false }) }, value: null }
  })

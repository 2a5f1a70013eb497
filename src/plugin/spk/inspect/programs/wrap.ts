import type Sharp from 'sharp'

import { InspectFault } from '../faults'
import type { InspectLimits } from '../limits'

import { loadSharp } from '../loadSharp'
import { serveTask } from '../serveTask'

/** Longest side in pixels (A4 at 300, 250, 200 and 150 dpi) and quality of the JPEG, from the finest down. */
const STEPS = [
  { longest: 3_508, quality: 90 },
  { longest: 3_508, quality: 82 },
  { longest: 2_923, quality: 82 },
  { longest: 2_339, quality: 80 },
  { longest: 2_339, quality: 70 },
  { longest: 1_754, quality: 70 },
] as const

type Step = (typeof STEPS)[number]

const A4 = { long: 841.89, short: 595.28 }

/** What a page costs in a PDF beside its picture, in bytes. */
const PAGE_BYTES = 2_000

const isTooLarge = (error: unknown): boolean => /pixel limit/i.test(String(error))

type Picture = { data: Buffer; info: { height: number; width: number } }

/** Turned as its camera held it, on white; what a camera wrote about is left out. */
const readPicture = async (
  sharp: typeof Sharp,
  bytes: Uint8Array,
  { longest, pixels, quality }: { pixels: number } & Step,
): Promise<Picture> => {
  try {
    return await sharp(bytes, { failOn: 'error', limitInputPixels: pixels })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ fit: 'inside', height: longest, width: longest, withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ chromaSubsampling: '4:4:4', quality })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    throw new InspectFault(isTooLarge(error) ? 'tooManyPixels' : 'broken', { cause: error })
  }
}

/**
 * The finest way of writing a picture in which it takes no more than its share. A page that takes less
 * leaves more to those behind it.
 */
const fitPicture = async (
  sharp: typeof Sharp,
  bytes: Uint8Array,
  { pixels, share }: { pixels: number; share: number },
): Promise<Picture> => {
  for (const step of STEPS) {
    const picture = await readPicture(sharp, bytes, { ...step, pixels })
    if (picture.data.length + PAGE_BYTES <= share) {
      return picture
    }
  }
  throw new InspectFault('tooBig')
}

const scaleOf = (width: number, height: number): number => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  return Math.min(A4.long / long, A4.short / short)
}

/** Entered by the bootstrap of the inspecting process. */
export const serve = (folder: string): Promise<void> =>
  serveTask(folder, async ({ files, reportStep, task }) => {
    const [sharp, { PDFDocument }] = await Promise.all([loadSharp(), import('pdf-lib')])
    const { count, limits } = task as { count: number; limits: InspectLimits }
    const pdf = await PDFDocument.create({ updateMetadata: false })
    let left = limits.fileBytes
    for (let at = 0; at < count; at++) {
      const { data, info } = await fitPicture(sharp, files[`picture-${at}`] ?? new Uint8Array(), {
        pixels: limits.pixels,
        share: left / (count - at),
      })
      left -= data.length + PAGE_BYTES
      const scale = scaleOf(info.width, info.height)
      const [width, height] = [info.width * scale, info.height * scale]
      const image = await pdf.embedJpg(data)
      pdf.addPage([width, height]).drawImage(image, { height, width, x: 0, y: 0 })
      reportStep()
    }
    pdf.setProducer('Lunas')
    return { files: { 'wrapped.pdf': await pdf.save({ useObjectStreams: false }) }, value: null }
  })

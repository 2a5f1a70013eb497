import sharp from 'sharp'

import { type ErrorCode, DomainError } from '../kernel/errors'
import { MAX_PIXELS, sniffKind } from './rules'

/** A file as it is kept. */
export type CleanFile = { bytes: Buffer; height: number; mime: string; width: number }

const MAX_WIDTH = 2_000
const MAX_HEIGHT = 12_000
const SECONDS = 10

let last: Promise<unknown> = Promise.resolve()

/** Does one thing after the other: a handful of large pictures at once would fill the memory. */
export const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

const codeOf = (error: unknown): ErrorCode =>
  error instanceof Error && /pixel limit/i.test(error.message)
    ? 'attachment.tooManyPixels'
    : 'attachment.broken'

const reencode = async (file: Uint8Array): Promise<CleanFile> => {
  const { data, info } = await sharp(file, {
    failOn: 'error',
    limitInputPixels: MAX_PIXELS,
    pages: 1,
    sequentialRead: true,
  })
    .autoOrient()
    .resize({ fit: 'inside', height: MAX_HEIGHT, width: MAX_WIDTH, withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, height: info.height, mime: 'image/webp', width: info.width }
}

/**
 * Makes a picture harmless: decodes it within limits and writes it anew as WebP, upright and without
 * anything but its points. PNG, JPEG and WebP, by content.
 *
 * @throws DomainError `attachment.badType`, `attachment.tooManyPixels`, `attachment.broken`
 */
export const readPicture = async (file: Uint8Array): Promise<CleanFile> => {
  const kind = sniffKind(file)
  if (kind === null || kind === 'pdf') {
    throw new DomainError('attachment.badType')
  }
  try {
    return await inTurn(() => reencode(file))
  } catch (error) {
    throw new DomainError(codeOf(error), {}, { cause: error })
  }
}

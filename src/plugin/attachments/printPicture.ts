import sharp from 'sharp'

import { inTurn } from './readPicture'
import { MAX_PIXELS } from './rules'

/** A picture as a document prints it: JPEG, without anything that shines through. */
export type PrintPicture = { bytes: Uint8Array; height: number; width: number }

/** What a printed picture should weigh at most, in bytes: what does not is made coarser. */
const MAX_BYTES = 400_000

/** From fine (210 points to the inch across a page) to coarse. */
const STEPS = [
  { quality: 82, width: 1_400 },
  { quality: 65, width: 1_400 },
  { quality: 60, width: 1_000 },
  { quality: 45, width: 600 },
] as const

const SECONDS = 10

const draw = async (
  file: Uint8Array,
  { quality, width }: (typeof STEPS)[number],
): Promise<PrintPicture> => {
  const { data, info } = await sharp(file, { limitInputPixels: MAX_PIXELS, pages: 1 })
    .flatten({ background: '#ffffff' })
    .resize({ fit: 'inside', height: width * 2, width, withoutEnlargement: true })
    // Letters of a screenshot keep their colours.
    .jpeg({ chromaSubsampling: '4:4:4', quality })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, height: info.height, width: info.width }
}

/** A kept picture as it is printed; the same picture gives the same bytes. */
export const printPicture = (file: Uint8Array): Promise<PrintPicture> =>
  inTurn(async () => {
    const [finest, ...coarser] = STEPS
    let drawn = await draw(file, finest)
    for (const step of coarser) {
      if (drawn.bytes.length <= MAX_BYTES) {
        break
      }
      drawn = await draw(file, step)
    }
    return drawn
  })

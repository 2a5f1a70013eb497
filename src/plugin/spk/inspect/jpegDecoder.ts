import type { InspectLimits } from './limits'

import { isPlainJpeg } from './jpegPixels'
import { loadSharp } from './loadSharp'

/** A decoded picture: four bytes a pixel, row by row, the fourth of them always 255. */
export class DecodedPicture {
  constructor(
    readonly rgba: Uint8ClampedArray,
    readonly width: number,
    readonly height: number,
  ) {}
}

const JPEG = 'image/jpeg'

/** As pdf.js does it: neither profiles nor turning. What is only slightly damaged is left to pdf.js. */
const decode = async (jpeg: Uint8Array, limitInputPixels: number): Promise<DecodedPicture> => {
  const sharp = await loadSharp()
  const { data, info } = await sharp(jpeg, { failOn: 'warning', ignoreIcc: true, limitInputPixels })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const rgba = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength)
  return new DecodedPicture(rgba, info.width, info.height)
}

/**
 * Offers pdf.js the decoder of pictures that browsers have (`ImageDecoder` of WebCodecs): it then asks it
 * for JPEGs in plain colours, which is about seven times as fast as its own. pdf.js decides which pictures these are
 * (no mask, no own scale of values, no four colours); whatever this decoder refuses, pdf.js decodes.
 */
export const offerDecoder = ({ pixels }: Pick<InspectLimits, 'pixels'>): void => {
  class JpegDecoder {
    readonly #jpeg: Uint8Array

    constructor({ data }: { data: Uint8Array }) {
      if (!isPlainJpeg(Buffer.from(data.buffer, data.byteOffset, data.byteLength))) {
        throw new Error('Not a plain JPEG')
      }
      this.#jpeg = data
    }

    static isTypeSupported(type: string): Promise<boolean> {
      return Promise.resolve(type === JPEG)
    }

    close(): void {
      // Nothing is kept open.
    }

    async decode(): Promise<{ image: DecodedPicture }> {
      return { image: await decode(this.#jpeg, pixels) }
    }
  }
  Object.assign(globalThis, { ImageDecoder: JpegDecoder })
}

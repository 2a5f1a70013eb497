import { DecodedPicture } from './jpegDecoder'

/** What pdf.js sends for a picture: its pixels, or something that a browser can draw. */
type SentPicture = {
  bitmap: unknown
  data: null | Uint8ClampedArray
  height: number
  kind?: number
  width: number
}

/** `ImageKind.RGBA_32BPP` of pdf.js. */
const FOUR_BYTES = 3

const pixelsOf = ({ buffer, byteLength, byteOffset }: Uint8ClampedArray): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength >> 2)

const isDecoded = (part: unknown): part is { bitmap: DecodedPicture } & SentPicture =>
  (part as null | SentPicture)?.bitmap instanceof DecodedPicture

/** A picture may claim another size than it has: pdf.js then takes the nearest pixel, so does this. */
const fit = (picture: DecodedPicture, width: number, height: number): Uint8ClampedArray => {
  if (picture.width === width && picture.height === height) {
    return picture.rgba
  }
  const [from, to] = [pixelsOf(picture.rgba), new Uint32Array(width * height)]
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y * picture.height) / height) * picture.width
    for (let x = 0; x < width; x++, at++) {
      to[at] = from[row + Math.floor((x * picture.width) / width)] ?? 0
    }
  }
  return new Uint8ClampedArray(to.buffer)
}

const withPixels = (part: unknown): unknown =>
  isDecoded(part)
    ? {
        ...part,
        bitmap: null,
        data: fit(part.bitmap, part.width, part.height),
        kind: FOUR_BYTES,
      }
    : part

/** A message with a decoded picture holds nothing else that changes hands: its pixels are not copied. */
const copyOf = (message: { data?: unknown }, transfer: null | Transferable[] = null): unknown => {
  const parts = Array.isArray(message.data) ? (message.data as unknown[]) : []
  return parts.some(isDecoded)
    ? { ...message, data: parts.map(withPixels) }
    : structuredClone(message, { transfer: transfer ?? [] })
}

/**
 * The line between the two halves of pdf.js, which work in one thread here. Like its own, but pictures
 * that our decoder read pass as their pixels: pdf.js would hand on something that only browsers draw.
 */
export const createReaderPort = (): EventTarget => {
  const port = new EventTarget()
  const postMessage = (message: { data?: unknown }, transfer?: Transferable[]): void => {
    const data = copyOf(message, transfer)
    queueMicrotask(() => port.dispatchEvent(new MessageEvent('message', { data })))
  }
  return Object.assign(port, { postMessage })
}

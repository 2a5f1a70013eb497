import { inflateRawSync, inflateSync } from 'node:zlib'

import { InspectFault } from './faults'
import { jpegPixels } from './jpegPixels'
import type { InspectLimits } from './limits'
import { createNesting, type Nesting } from './nesting'
import { plainNames, type RawStream, streamsOf } from './streams'

/** What acts, or carries something along. `OpenAction` alone only says which page to show first. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA|SubmitForm|ImportData|GoToE|GoToR)(?![A-Za-z])/

const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g

/** Filters that make more of what they get. */
const GROWING = new Set(['FlateDecode', 'LZWDecode', 'RunLengthDecode', 'BrotliDecode'])

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** Unpacks at most `most` bytes; what is damaged unpacks to nothing here, the reader will judge it. */
const inflate = (body: Buffer, most: number): Buffer => {
  for (const unpack of [inflateSync, inflateRawSync]) {
    try {
      return unpack(body, { finishFlush: 2, maxOutputLength: most })
    } catch (error) {
      if (isTooLong(error)) {
        throw new InspectFault('tooBig', { cause: error })
      }
    }
  }
  return Buffer.alloc(0)
}

const checkText = (text: string): number => {
  const plain = plainNames(text)
  if (/\/Encrypt(?![A-Za-z])/.test(plain)) {
    throw new InspectFault('encrypted')
  }
  if (ACTIVE.test(plain)) {
    throw new InspectFault('activeContent')
  }
  return plain.match(PAGE)?.length ?? 0
}

const numberOf = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0)

const checkImage = ({ body, dictionary, filters }: RawStream, limits: InspectLimits): void => {
  const told = numberOf(dictionary, 'Width') * numberOf(dictionary, 'Height')
  const own = filters.at(-1) === 'DCTDecode' && filters.length === 1 ? jpegPixels(body) : 0
  if (Math.max(told, own) > limits.pixels) {
    throw new InspectFault('tooManyPixels')
  }
}

/** Unpacks one stream within its limit; answers how long it became and how many pages it declares. */
const checkStream = (
  stream: RawStream,
  limits: InspectLimits,
  nesting: Nesting,
): { inflated: number; pages: number } => {
  const { body, dictionary, filters } = stream
  const growing = filters.filter((name) => GROWING.has(name))
  const isPicture = /\/Subtype\s*\/Image(?![A-Za-z])/.test(dictionary)
  // What only the reader could unpack is allowed for pictures alone: those have a size of their own.
  const isOdd = growing.some((name) => name !== 'FlateDecode') && !isPicture
  if (growing.length > 1 || filters.length > 3 || isOdd) {
    throw new InspectFault('tooBig')
  }
  checkImage(stream, limits)
  // A dictionary of objects may hide them: it is read like what stands in the open.
  const isObjects = /\/Type\s*\/ObjStm/.test(dictionary)
  if (growing[0] !== 'FlateDecode' || filters[0] !== 'FlateDecode') {
    nesting.note(stream, body)
    return { inflated: body.length, pages: isObjects ? checkText(body.toString('latin1')) : 0 }
  }
  const plain = inflate(body, isPicture ? limits.streamBytes.picture : limits.streamBytes.other)
  nesting.note(stream, plain)
  const pages = isObjects ? checkText(plain.toString('latin1')) : 0
  return { inflated: plain.length, pages }
}

/**
 * Reads a PDF's bytes without opening it: streams are unpacked within limits, one at a time, and what
 * acts, hides or explodes is found before any reader of PDF sees it. Throws `InspectFault`.
 */
export const prescan = (bytes: Uint8Array, limits: InspectLimits): void => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nesting = createNesting()
  let inflated = 0
  let pages = 0
  const readOutside = (text: string): void => {
    pages += checkText(text)
  }
  for (const stream of streamsOf(file, readOutside)) {
    const found = checkStream(stream, limits, nesting)
    inflated += found.inflated
    pages += found.pages
    if (inflated > limits.inflatedBytes) {
      throw new InspectFault('tooBig')
    }
    if (pages > limits.pages * 2) {
      throw new InspectFault('tooManyPages')
    }
  }
  if (nesting.isEndless()) {
    throw new InspectFault('tooSlow')
  }
  // Revisions of a page are written again: twice the limit is generous, the reader counts for sure.
  if (pages > limits.pages * 2) {
    throw new InspectFault('tooManyPages')
  }
}

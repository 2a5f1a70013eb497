import type { ReaderOptions } from 'zxing-wasm/reader'

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import { loadOnce } from '../../../kernel/queue/loadOnce'
import type { Point } from '../geometry/homography'
import type { Grey } from '../raster/raster'

/** A code on a picture: what it says, and its corners in pixels, from its own top left clockwise. */
export type SeenCode = { corners: [Point, Point, Point, Point]; isRead: boolean; text: string }

const require = createRequire(import.meta.url)

/** Codes that correct their own errors: what they say is what was written. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix', 'Aztec', 'PDF417', 'MicroQRCode', 'RMQRCode'],
  returnErrors: true,
  tryHarder: true,
  tryInvert: false,
}

/** The reader and its machine code from the package itself: left alone it would ask a server for it. */
const loadReader = loadOnce(async () => {
  const path = require.resolve('zxing-wasm/reader/zxing_reader.wasm')
  const [reader, wasm] = await Promise.all([import('zxing-wasm/reader'), readFile(path)])
  const wasmBinary = new Uint8Array(wasm).buffer
  await reader.prepareZXingModule({ fireImmediately: true, overrides: { wasmBinary } })
  return reader
})

/** The plainest of picture files: a quarter of what four colours take, and nothing to decode. */
const toPgm = ({ height, light, width }: Grey): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), light])

/** Every code on a picture, the unreadable ones marked. */
export const readCodes = async (
  grey: Grey,
  options: Partial<ReaderOptions> = {},
): Promise<SeenCode[]> => {
  const { readBarcodes } = await loadReader()
  const found = await readBarcodes(toPgm(grey), { ...OPTIONS, ...options })
  return found.map(({ isValid, position, text }) => {
    const { bottomLeft, bottomRight, topLeft, topRight } = position
    return { corners: [topLeft, topRight, bottomRight, bottomLeft], isRead: isValid, text }
  })
}

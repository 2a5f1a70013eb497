import type { Canvas } from '@napi-rs/canvas'

import { type Scanner, scanSheet, scanSheets } from './spk/scanner'
import { printSheets, signSheets, type Signing } from './spk/sheet'
import type { SpkLayout } from '@/plugin/spk/document'

type Returned = {
  bytes: Uint8Array
  layout: SpkLayout
  scanner?: Scanner
  signing: Signing
}

const printAndSign = async ({ bytes, layout, signing }: Returned): Promise<Canvas[]> => {
  const sheets = await printSheets(bytes)
  signSheets(
    sheets,
    { bytes, layout, readQr: () => ({ isOurs: false, page: 0, token: '' }), token: '' },
    signing,
  )
  return sheets
}

/**
 * What a customer does with an issued file: prints it, signs it in ink with the code that stands on it,
 * and scans it.
 */
export const printSignScan = async (args: Returned): Promise<Uint8Array> =>
  scanSheets(await printAndSign(args), args.scanner ?? 'colour', args.signing.time)

/**
 * The same, but he photographs it with the app of his telephone that straightens paper: one JPG a page, in
 * their order.
 */
export const printSignPhotograph = async (args: Returned): Promise<Buffer[]> => {
  const photos: Buffer[] = []
  for (const [at, sheet] of (await printAndSign(args)).entries()) {
    const { jpeg } = await scanSheet(sheet, args.scanner ?? 'app', args.signing.time * 131 + at)
    photos.push(jpeg)
  }
  return photos
}

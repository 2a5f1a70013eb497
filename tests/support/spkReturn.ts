import { type Scanner, scanSheets } from './spk/scanner'
import { printSheets, signSheets, type Signing } from './spk/sheet'
import type { SpkLayout } from '@/plugin/spk/document'

/**
 * What a customer does with an issued file: prints it, signs it in ink with the code that stands on it,
 * and scans it.
 */
export const printSignScan = async (args: {
  bytes: Uint8Array
  layout: SpkLayout
  scanner?: Scanner
  signing: Signing
}): Promise<Uint8Array> => {
  const { bytes, layout, scanner = 'colour', signing } = args
  const sheets = await printSheets(bytes)
  signSheets(
    sheets,
    { bytes, layout, readQr: () => ({ isOurs: false, page: 0, token: '' }), token: '' },
    signing,
  )
  return scanSheets(sheets, scanner, signing.time)
}

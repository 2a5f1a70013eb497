import { createRequire } from 'node:module'

import { loadPdfjs, loadSharp } from '../inspect/inside'

const require = createRequire(import.meta.url)

/** Versions of what looks at a file, for the record. */
export const toolVersions = async (): Promise<Record<string, string>> => {
  const [pdfjs, { versions }, zxing] = await Promise.all([
    loadPdfjs(),
    loadSharp(),
    import('zxing-wasm/reader'),
  ])
  const canvas = require('@napi-rs/canvas/package.json') as { version: string }
  return {
    canvas: canvas.version,
    node: process.versions.node,
    pdfjs: pdfjs.version,
    sharp: versions.sharp,
    zxing: zxing.ZXING_WASM_VERSION,
  }
}

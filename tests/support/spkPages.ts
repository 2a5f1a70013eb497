import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { inFolder } from './downloads'

/** One run of letters on a page: mm from the top left corner, size in points. */
export type Run = { size: number; text: string; xMm: number; yMm: number }

const toMm = (points: number): number => (points * 25.4) / 72

/** What pdf.js, which did not write the file, reads on each page. */
export const readRuns = async (bytes: Uint8Array): Promise<Run[][]> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 })
  const document = await loading.promise
  const pages = Array.from({ length: document.numPages }, (_, at) => at + 1)
  const runs: Run[][] = []
  for (const number of pages) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const [, , , height = 0] = page.view
    runs.push(
      items.flatMap((item) => {
        if (!('str' in item)) {
          return []
        }
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
        return [{ size, text: item.str, xMm: toMm(x), yMm: toMm(height - y) }]
      }),
    )
  }
  await loading.destroy()
  return runs
}

/** The words of each page, blanks made one. */
export const readWords = async (bytes: Uint8Array): Promise<string[]> =>
  (await readRuns(bytes)).map((runs) =>
    runs
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  )

const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined

/** Tools of Debian that know nothing of us; where they are missing, what needs them is left out. */
export const TOOLS = { poppler: has('pdftoppm'), qpdf: has('qpdf') }

/** What qpdf says of a file; empty when it finds no fault. */
export const findFileFaults = (bytes: Uint8Array): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'a.pdf')
    await writeFile(file, bytes)
    const { status, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    return status === 0 ? stderr : `${status}: ${stderr}`
  })

/** A code as it is found on a page: its upper left corner and its side in mm. */
export type FoundCode = { sizeMm: number; text: string; xMm: number; yMm: number }

/** What a scanner of this many dots per inch would read: the codes of one page. */
export const readCodes = (
  bytes: Uint8Array,
  { dpi, page }: { dpi: number; page: number },
): Promise<FoundCode[]> =>
  inFolder(async (folder) => {
    const file = join(folder, 'a.pdf')
    await writeFile(file, bytes)
    const only = ['-f', String(page), '-l', String(page), '-r', String(dpi), '-gray', '-singlefile']
    spawnSync('pdftoppm', [...only, '-png', file, join(folder, 'p')])
    const png = await sharp(await readFile(join(folder, 'p.png')))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
    const wasm = await readFile('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')
    await prepareZXingModule({
      fireImmediately: true,
      overrides: { wasmBinary: new Uint8Array(wasm).buffer },
    })
    const image = {
      colorSpace: 'srgb' as const,
      data: new Uint8ClampedArray(png.data),
      height: png.info.height,
      width: png.info.width,
    }
    const found = await readBarcodes(image as ImageData, { formats: ['QRCode'] })
    const mm = (pixels: number): number => (pixels / dpi) * 25.4
    return found.map(({ position: { bottomLeft, topLeft }, text }) => ({
      sizeMm: mm(bottomLeft.y - topLeft.y),
      text,
      xMm: mm(topLeft.x),
      yMm: mm(topLeft.y),
    }))
  })

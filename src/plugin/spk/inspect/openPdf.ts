import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { InspectFault } from './faults'
import { offerDecoder } from './jpegDecoder'
import type { InspectLimits } from './limits'
import { prescan } from './prescan'
import { createReaderPort } from './readerPort'

export type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

const require = createRequire(import.meta.url)

/** pdf.js as Node may use it: nothing is evaluated, nothing is fetched, fonts come from its package. */
export const loadPdfjs = () => import('pdfjs-dist/legacy/build/pdf.mjs')

type ReadingHalf = { WorkerMessageHandler: { initializeFromPort: (port: EventTarget) => void } }

/** Its other half, which reads the file. */
const loadReader = (): Promise<ReadingHalf> =>
  // @ts-expect-error It has no types of its own.
  import('pdfjs-dist/legacy/build/pdf.worker.mjs') as Promise<ReadingHalf>

const optionsFor = (bytes: Uint8Array, limits: InspectLimits) => {
  const home = dirname(require.resolve('pdfjs-dist/package.json'))
  return {
    cMapUrl: `${join(home, 'cmaps')}/`,
    // It keeps what it is given: a copy stays ours.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    enableXfa: false,
    isEvalSupported: false,
    isImageDecoderSupported: true,
    maxImageSize: limits.pixels,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    useSystemFonts: false,
    verbosity: 0,
    wasmUrl: `${join(home, 'wasm')}/`,
  }
}

const faultOf = (error: unknown): InspectFault => {
  const name = error instanceof Error ? error.name : ''
  return new InspectFault(name === 'PasswordException' ? 'encrypted' : 'broken', { cause: error })
}

const checkPages = async (
  pdf: PDFDocumentProxy,
  { pageSide, pixels }: InspectLimits,
): Promise<void> => {
  for (let number = 1; number <= pdf.numPages; number++) {
    const { userUnit, view } = await pdf.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = view
    const [wide, high] = [(right - left) * userUnit, (top - bottom) * userUnit]
    const areSides = [wide, high].every((side) => side >= pageSide.least && side <= pageSide.most)
    if (!areSides || wide * high > pixels) {
      throw new InspectFault('pageSize')
    }
  }
}

type Field = { actions?: null | object }

/** `hasJSActions` says yes to every signature field as well: the actions themselves are asked for. */
const checkActions = async (pdf: PDFDocumentProxy): Promise<void> => {
  const [actions, attachments, fields] = await Promise.all([
    pdf.getJSActions(),
    pdf.getAttachments(),
    pdf.getFieldObjects() as Promise<null | Record<string, Field[]>>,
  ])
  const isActing = Object.values(fields ?? {}).some((each) => each.some((field) => field.actions))
  if (isActing || actions !== null || attachments !== null) {
    throw new InspectFault('activeContent')
  }
}

/** Both halves of pdf.js in this thread, on a line of ours. */
const startReader = async (): Promise<PDFWorker> => {
  const [{ PDFWorker }, { WorkerMessageHandler }] = await Promise.all([loadPdfjs(), loadReader()])
  const port = createReaderPort()
  const reader = new PDFWorker({ port: port as unknown as null })
  WorkerMessageHandler.initializeFromPort(port)
  return reader
}

/** Opens bytes of our own making, without asking whether they are safe. */
export const openTrusted = async (
  bytes: Uint8Array,
  limits: InspectLimits,
): Promise<PDFDocumentProxy> => {
  // pdf.js asks once, when it is loaded, whether there is one.
  offerDecoder(limits)
  const { getDocument } = await loadPdfjs()
  return getDocument({ ...optionsFor(bytes, limits), worker: await startReader() }).promise
}

/**
 * Opens what somebody sent, after it was scanned: damaged, encrypted, acting, over-long and oddly
 * sized files throw `InspectFault`. Only ever called in the inspecting process.
 */
export const openReturned = async (
  bytes: Uint8Array,
  limits: InspectLimits,
  mostPages = limits.pages,
): Promise<PDFDocumentProxy> => {
  prescan(bytes, limits)
  const pdf = await openTrusted(bytes, limits).catch((error: unknown) => {
    throw faultOf(error)
  })
  if (pdf.numPages > Math.min(mostPages, limits.pages)) {
    throw new InspectFault('tooManyPages')
  }
  await checkPages(pdf, limits).catch((error: unknown) => {
    throw error instanceof InspectFault ? error : faultOf(error)
  })
  await checkActions(pdf)
  return pdf
}

import type { SpkLayout } from '../document/layout'
import type { PDFPageProxy } from '../inspect/inside'
import type { IssuedPage } from './issuedPage'
import type { Mark } from './structure/mark'

import { readCodes, type SeenCode } from './codes/readCodes'
import { DPI } from './issuedPage'
import type { PageView } from './pageView'
import { type PageRaster, rasterOf } from './raster/pageRaster'
import { type Grey, greyOf, halveGrey } from './raster/raster'
import { warpRaster } from './raster/warp'
import { registerPage } from './register/registerPage'
import { readNotes } from './signals/notes'
import { onlyImageOf } from './structure/makeup'
import { toBounds } from './structure/matrix'
import { walkPage } from './structure/walkPage'

/** A page of the returned file before it is known which one it is. */
export type ReturnedPage = {
  codes: SeenCode[]
  file: number
  grey: Grey
  /** The same, half as wide and high. */
  half: Grey
  marks: Mark[]
  notes: PageView['notes']
  /** Page of the issued document that its codes name, or null. */
  number: null | number
  /** The image that is the whole page, when there is nothing else. */
  onlyImage: Mark | null
  page: PageRaster
}

/**
 * Codes like ours are read at once on nearly every page, when they are looked for in every row; only when
 * not, the slower way is gone. Other kinds of codes matter in the boxes alone, which are looked at closely
 * by themselves.
 */
const LIKE_OURS: Parameters<typeof readCodes>[1] = {
  formats: ['QRCode', 'MicroQRCode', 'RMQRCode'],
  tryDownscale: false,
  tryHarder: true,
}

const doubled = ({ corners: [a, b, c, d], ...code }: SeenCode): SeenCode => {
  const twice = ({ x, y }: SeenCode['corners'][0]) => ({ x: x * 2, y: y * 2 })
  return { ...code, corners: [twice(a), twice(b), twice(c), twice(d)] }
}

/** What is too noisy as it is may be read at half its size, where four pixels are one. */
const lookForCodes = async (
  { grey, half }: { grey: Grey; half: Grey },
  isOurs: (text: string) => boolean,
): Promise<SeenCode[]> => {
  const areAll = (found: readonly SeenCode[]): boolean =>
    found.filter(({ isRead, text }) => isRead && isOurs(text)).length >= 2
  const found = await readCodes(grey, LIKE_OURS)
  if (areAll(found)) {
    return found
  }
  const coarse = (await readCodes(half, LIKE_OURS)).map(doubled)
  return areAll(coarse) ? coarse : readCodes(grey)
}

/** The page that most of our codes name. */
const numberOf = (codes: readonly SeenCode[], layout: SpkLayout): null | number => {
  const named = codes.flatMap(({ isRead, text }) => {
    const qr = isRead ? layout.qr.find(({ payload }) => payload === text) : undefined
    return qr ? [qr.page] : []
  })
  const count = (number: number): number => named.filter((each) => each === number).length
  return named.sort((a, b) => count(b) - count(a))[0] ?? null
}

/** Reads one page of the returned file. */
export const readReturnedPage = async (args: {
  file: number
  layout: SpkLayout
  page: PDFPageProxy
}): Promise<ReturnedPage> => {
  const { file, layout, page } = args
  const marks = await walkPage(page)
  const onlyImage = onlyImageOf(marks, toBounds(page.view))
  const raster = await rasterOf({ dpi: 200, marks, onlyImage, page })
  const isOurs = (text: string): boolean => layout.qr.some(({ payload }) => payload === text)
  const grey = greyOf(raster.raster)
  const half = halveGrey(grey)
  const codes = await lookForCodes({ grey, half }, isOurs)
  const notes = await readNotes(page)
  page.cleanup()
  return {
    codes,
    file,
    grey,
    half,
    marks,
    notes,
    number: numberOf(codes, layout),
    onlyImage,
    page: raster,
  }
}

/** Lays a returned page over the issued one; null when it does not lie anywhere. */
export const viewPage = (
  returned: ReturnedPage,
  issued: IssuedPage,
  layout: SpkLayout,
): null | PageView => {
  const { codes, file, grey, half, marks, notes, page } = returned
  const registration = registerPage({ codes, grey, half, issued })
  if (!registration) {
    return null
  }
  const { h, likeness, used } = registration
  const { heightMm, widthMm } = issued
  const frame = { dpi: DPI, heightMm, widthMm, xMm: 0, yMm: 0 }
  return {
    aligned: warpRaster(page.raster, h, frame),
    boxes: layout.boxes.filter((box) => box.page === issued.number),
    codes,
    file,
    h,
    issued,
    likeness,
    marks,
    notes,
    page,
    used,
  }
}

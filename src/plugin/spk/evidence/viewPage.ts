import type { SpkLayout } from '../document/layout'
import type { PDFPageProxy } from '../inspect'
import type { IssuedPage } from './issuedPage'
import type { Mark } from './structure/mark'

import { readCodes, type SeenCode } from './codes/readCodes'
import { DPI } from './issuedPage'
import type { PageView } from './pageView'
import { type PageRaster, rasterOf } from './raster/pageRaster'
import { shrink } from './raster/raster'
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
  marks: Mark[]
  notes: PageView['notes']
  /** Page of the issued document that its codes name, or null. */
  number: null | number
  page: PageRaster
}

const CODE_SIDE = 1_800

/** Codes at two sizes: large pictures are read small first, which is quicker and often surer. */
const lookForCodes = async (page: PageRaster, isOurs: (text: string) => boolean) => {
  const small = shrink(page.raster, CODE_SIDE)
  const scale = page.raster.width / small.width
  const found = await readCodes(small, { tryHarder: false })
  const scaled = found.map((code) => ({
    ...code,
    corners: code.corners.map(({ x, y }) => ({ x: x * scale, y: y * scale })),
  })) as SeenCode[]
  const ours = scaled.filter(({ isRead, text }) => isRead && isOurs(text))
  return ours.length >= 2 ? scaled : readCodes(page.raster)
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
  const codes = await lookForCodes(raster, isOurs)
  const notes = await readNotes(page)
  page.cleanup()
  return { codes, file, marks, notes, number: numberOf(codes, layout), page: raster }
}

/** Lays a returned page over the issued one; null when it does not lie anywhere. */
export const viewPage = (
  returned: ReturnedPage,
  issued: IssuedPage,
  layout: SpkLayout,
): null | PageView => {
  const { codes, file, marks, notes, page } = returned
  const registration = registerPage({ codes, issued, raster: page.raster })
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

import type { SpkLayout, SpkQr } from '../document/layout'
import type { PDFDocumentProxy } from '../inspect'
import type { IssuedCode } from './register/assign'
import type { Scene } from './register/refine'
import type { Mark } from './structure/mark'

import { readCodes, type SeenCode } from './codes/readCodes'
import { greyOf, halveGrey, type Raster } from './raster/raster'
import { drawPage } from './raster/pageRaster'
import { walkPage } from './structure/walkPage'

/** How finely pages are compared. */
export const DPI = 150

/** An issued page as it is compared with: its pixels, what it draws, and where its codes stand. */
export type IssuedPage = {
  coarse: Scene
  codes: IssuedCode[]
  fine: Scene
  heightMm: number
  marks: Mark[]
  number: number
  raster: Raster
  widthMm: number
}

const toMm = (pixels: number): number => (pixels * 25.4) / DPI

/** Where a code's corners are by the layout: it may count the quiet zone or not. */
const toldCorners = ({ sizeMm, xMm, yMm }: SpkQr): SeenCode['corners'] => [
  { x: xMm, y: yMm },
  { x: xMm + sizeMm, y: yMm },
  { x: xMm + sizeMm, y: yMm + sizeMm },
  { x: xMm, y: yMm + sizeMm },
]

const centreOf = (corners: SeenCode['corners']): { x: number; y: number } => ({
  x: corners.reduce((sum, { x }) => sum + x / 4, 0),
  y: corners.reduce((sum, { y }) => sum + y / 4, 0),
})

/** The code as it is really drawn, when it is found near where the layout says. */
const drawnCorners = (qr: SpkQr, seen: readonly SeenCode[]): SeenCode['corners'] => {
  const told = toldCorners(qr)
  const centre = centreOf(told)
  const inMm = seen
    .filter(({ isRead, text }) => isRead && text === qr.payload)
    .map(({ corners }) => corners.map(({ x, y }) => ({ x: toMm(x), y: toMm(y) })))
  const near = inMm.find((corners) => {
    const found = centreOf(corners as SeenCode['corners'])
    return Math.hypot(found.x - centre.x, found.y - centre.y) < 5
  })
  return (near as SeenCode['corners'] | undefined) ?? told
}

/** Reads one page of the issued document. */
export const readIssuedPage = async (args: {
  layout: SpkLayout
  number: number
  pdf: PDFDocumentProxy
}): Promise<IssuedPage> => {
  const { layout, number, pdf } = args
  const page = await pdf.getPage(number)
  const marks = await walkPage(page)
  const { raster } = await drawPage(page, DPI)
  page.cleanup()
  const seen = await readCodes(raster, { tryHarder: false })
  const { heightMm = 297, widthMm = 210 } = layout.pages[number - 1] ?? {}
  const grey = greyOf(raster)
  const size = { heightMm, widthMm }
  return {
    coarse: { ...size, dpi: DPI / 2, grey: halveGrey(grey) },
    codes: layout.qr
      .filter((qr) => qr.page === number)
      .map((qr) => ({ corners: drawnCorners(qr, seen), text: qr.payload })),
    fine: { ...size, dpi: DPI, grey },
    marks,
    number,
    raster,
    ...size,
  }
}

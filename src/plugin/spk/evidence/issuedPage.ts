import type { SpkLayout, SpkQr } from '../document/layout'
import type { PDFDocumentProxy } from '../inspect/inside'
import type { SeenCode } from './codes/readCodes'
import type { IssuedCode } from './register/assign'
import type { Scene } from './register/refine'
import type { Mark } from './structure/mark'

import { halveGrey } from './raster/raster'
import { drawGrey } from './raster/pageRaster'
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
  widthMm: number
}

const cornersOf = ({ sizeMm, xMm, yMm }: SpkQr): SeenCode['corners'] => [
  { x: xMm, y: yMm },
  { x: xMm + sizeMm, y: yMm },
  { x: xMm + sizeMm, y: yMm + sizeMm },
  { x: xMm, y: yMm + sizeMm },
]

/** Reads one page of the issued document. */
export const readIssuedPage = async (args: {
  /** Whether what it draws is asked for as well: a page that is nothing but a picture needs no list. */
  isWalked: boolean
  layout: SpkLayout
  number: number
  pdf: PDFDocumentProxy
}): Promise<IssuedPage> => {
  const { layout, number, pdf } = args
  const page = await pdf.getPage(number)
  const marks = args.isWalked ? await walkPage(page) : []
  const grey = await drawGrey(page, DPI)
  page.cleanup()
  const { heightMm = 297, widthMm = 210 } = layout.pages[number - 1] ?? {}
  const size = { heightMm, widthMm }
  return {
    coarse: { ...size, dpi: DPI / 2, grey: halveGrey(grey) },
    codes: layout.qr
      .filter((qr) => qr.page === number)
      .map((qr) => ({ corners: cornersOf(qr), text: qr.payload })),
    fine: { ...size, dpi: DPI, grey },
    marks,
    number,
    ...size,
  }
}

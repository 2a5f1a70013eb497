import { degrees, PDFDocument, type PDFPage } from 'pdf-lib'

import type { PdfDocument, PdfPaper } from './types'

import { layOut } from './blocks'
import { canvasOn, toPoints } from './canvas'
import { flow, FRAME, type Frame, LINE_WIDTH, PAPER } from './flow'
import { embedFonts, type Fonts } from './fonts'
import { embedPictures } from './picture'
import { fillBox, INK, toInk, type Tools, TYPES, type Types, typesOf, writeLine } from './paint'
import { Ruler } from './wrap'

/** How long a word across the page may be, in points. */
const DIAGONAL = 700

const stamp = (page: PDFPage, { fonts, word }: { fonts: Fonts; word: string }): void => {
  // A long word gets smaller letters, so that it stays on the paper from corner to corner.
  const size = Math.min(110, DIAGONAL / fonts.bold.widthOfTextAtSize(word, 1))
  const width = fonts.bold.widthOfTextAtSize(word, size)
  const [across, up] = [Math.cos(Math.PI / 4), Math.sin(Math.PI / 4)]
  page.drawText(word, {
    color: toInk(INK.line),
    font: fonts.bold,
    opacity: 0.55,
    rotate: degrees(45),
    size,
    x: PAPER.width / 2 - (width / 2) * across,
    y: PAPER.height / 2 - (width / 2) * up,
  })
}

const writeFooter = (
  page: PDFPage,
  args: { fonts: Fonts; footer: string; place: string; ruler: Ruler },
): void => {
  const { fonts, footer, place, ruler } = args
  const look = { font: fonts.regular, size: 8 }
  const top = PAPER.bottom - 16
  const line = { colour: INK.muted, lineHeight: 14, look, top: top - 4 }
  fillBox(page, { colour: INK.line, height: 0.75, left: PAPER.left, top, width: LINE_WIDTH })
  writeLine(page, { ...line, left: PAPER.left, text: footer })
  const end = PAPER.left + LINE_WIDTH - ruler.widthOf(place, look)
  writeLine(page, { ...line, left: end, text: place })
}

type Described = Omit<PdfDocument, 'footer' | 'pageLabel'>

const describe = (pdf: PDFDocument, document: Described): void => {
  const { author, createdAt, language, title } = document
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setAuthor(author)
  pdf.setCreator(author)
  pdf.setProducer('Lunas')
  pdf.setLanguage(language)
  pdf.setCreationDate(createdAt)
  pdf.setModificationDate(createdAt)
}

type Manner = {
  /** Head and foot of a page, when all pages stand. */
  dress: (page: PDFPage, tools: Tools) => void
  frame: Frame
  types: Types
}

const draw = async (document: Described, { dress, frame, types }: Manner): Promise<Uint8Array> => {
  const { blocks, watermark } = document
  const pdf = await PDFDocument.create({ updateMetadata: false })
  describe(pdf, document)
  const fonts = await embedFonts(pdf)
  const images = await embedPictures(pdf, blocks)
  const pages: PDFPage[] = []
  const tools = { fonts, frame, images, pages, ruler: new Ruler(), types }
  const addPage = (): PDFPage => {
    const page = pdf.addPage([PAPER.width, PAPER.height])
    pages.push(page)
    if (watermark) {
      stamp(page, { fonts, word: watermark })
    }
    return page
  }
  flow(layOut(blocks, tools), { addPage, frame })
  pages.forEach((page) => dress(page, tools))
  // Signatures and stamps of others want plain tables of objects. Nothing waits between objects: a
  // document is small, and a tick is longer than what it would make room for.
  return pdf.save({ objectsPerTick: Infinity, useObjectStreams: false })
}

/**
 * Draws a document: A4, fonts embedded, text that can be searched and copied. The same description
 * gives the same bytes, on every machine and whenever it is drawn.
 */
export const drawPdf = (document: PdfDocument): Promise<Uint8Array> => {
  const { footer, pageLabel } = document
  return draw(document, {
    dress: (page, { fonts, pages, ruler }) => {
      const place = pageLabel(pages.indexOf(page) + 1, pages.length)
      writeFooter(page, { fonts, footer, place, ruler })
    },
    frame: FRAME,
    types: TYPES,
  })
}

/** The same for paper, whose margins, heads and feet are the document's own. */
export const drawPaper = (document: PdfPaper): Promise<Uint8Array> => {
  const { dress, marginsMm, size } = document
  const [left, right] = [toPoints(marginsMm.left), toPoints(marginsMm.right)]
  return draw(document, {
    dress: (page, tools) => dress(canvasOn(page, tools), tools.pages.length),
    frame: {
      bottom: toPoints(marginsMm.bottom),
      left,
      top: PAPER.height - toPoints(marginsMm.top),
      width: PAPER.width - left - right,
    },
    types: typesOf(size),
  })
}

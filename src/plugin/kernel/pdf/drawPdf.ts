import { degrees, PDFDocument, type PDFPage } from 'pdf-lib'

import type { PdfDocument } from './types'

import { layOut } from './blocks'
import { flow, LINE_WIDTH, PAPER } from './flow'
import { embedFonts, type Fonts } from './fonts'
import { embedPictures } from './picture'
import { fillBox, INK, toInk, writeLine } from './paint'
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

const describe = (pdf: PDFDocument, document: PdfDocument): void => {
  const { author, createdAt, language, title } = document
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setAuthor(author)
  pdf.setCreator(author)
  pdf.setProducer('Lunas')
  pdf.setLanguage(language)
  pdf.setCreationDate(createdAt)
  pdf.setModificationDate(createdAt)
}

/**
 * Draws a document: A4, fonts embedded, text that can be searched and copied. The same description
 * gives the same bytes, on every machine and whenever it is drawn.
 */
export const drawPdf = async (document: PdfDocument): Promise<Uint8Array> => {
  const { blocks, footer, pageLabel, watermark } = document
  const pdf = await PDFDocument.create({ updateMetadata: false })
  describe(pdf, document)
  const fonts = await embedFonts(pdf)
  const images = await embedPictures(pdf, blocks)
  const ruler = new Ruler()
  const addPage = (): PDFPage => {
    const page = pdf.addPage([PAPER.width, PAPER.height])
    if (watermark) {
      stamp(page, { fonts, word: watermark })
    }
    return page
  }
  flow(layOut(blocks, { fonts, images, ruler }), addPage)
  const pages = pdf.getPages()
  pages.forEach((page, at) =>
    writeFooter(page, { fonts, footer, place: pageLabel(at + 1, pages.length), ruler }),
  )
  // Signatures and stamps of others want plain tables of objects.
  return pdf.save({ useObjectStreams: false })
}

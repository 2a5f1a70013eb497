import { PDFDocument, StandardFonts } from 'pdf-lib'

/** Bytes of a small agreement with one page for the signatures: what is to be stamped. */
export async function issueDocument(
  options: { pages?: number; text?: string; useObjectStreams?: boolean } = {},
): Promise<Uint8Array> {
  const { pages = 2, text = 'SURAT PERJANJIAN KERJASAMA', useObjectStreams = false } = options
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([595.28, 841.89])
    sheet.drawText(`${text} ${page}`, { font, size: 12, x: 72, y: 760 })
  }
  return document.save({ useObjectStreams })
}

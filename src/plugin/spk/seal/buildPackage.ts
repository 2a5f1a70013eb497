import { PDFDocument, type PDFImage } from 'pdf-lib'

import type { Locale } from '../../kernel/errors'
import type { AuditMaking } from './buildAudit'

import { drawPdf } from '../../kernel/pdf'
import { attachFiles, refuseUnfitAttachments } from './attach'
import { buildAudit } from './buildAudit'
import { makePrintable } from './makePrintable'

/** One page of what came back: an upright JPEG or PNG, and how large the paper is. */
export type ScanPage = { bytes: Uint8Array; heightMm: number; widthMm: number }

/** What a package is made of. */
export type PackageMaking = Omit<AuditMaking, 'locale'> & {
  /** Language of the audit sheet; Indonesian unless another one is asked for. */
  locale?: Locale
  scanPages: readonly ScanPage[]
}

const POINTS_PER_MM = 72 / 25.4

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47])

const embedImage = (pdf: PDFDocument, bytes: Uint8Array): Promise<PDFImage> =>
  PNG_MAGIC.equals(bytes.subarray(0, PNG_MAGIC.length)) ? pdf.embedPng(bytes) : pdf.embedJpg(bytes)

const insertScans = async (pdf: PDFDocument, pages: readonly ScanPage[]): Promise<void> => {
  for (const [at, { bytes, heightMm, widthMm }] of pages.entries()) {
    const image = await embedImage(pdf, bytes)
    const [width, height] = [widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM]
    pdf.insertPage(at, [width, height]).drawImage(image, { height, width, x: 0, y: 0 })
  }
}

/**
 * The final package before it is sealed: the scanned pages, the audit sheet, and the originals attached
 * byte by byte. The same parts give the same bytes. Throws when an attachment is not what the record
 * tells of, or when there is no scanned page.
 */
export const buildPackage = async (making: PackageMaking): Promise<Uint8Array> => {
  const { at, attachments, audit, locale = 'id', scanPages, title } = making
  if (scanPages.length === 0) {
    throw new Error('A package without a scanned page would seal nothing')
  }
  refuseUnfitAttachments(attachments, audit.files)
  const document = await makePrintable(buildAudit({ at, attachments, audit, locale, title }))
  const pdf = await PDFDocument.load(await drawPdf(document), { updateMetadata: false })
  await insertScans(pdf, scanPages)
  await attachFiles(pdf, { at, attachments })
  // Signatures want plain tables of objects.
  return pdf.save({ useObjectStreams: false })
}

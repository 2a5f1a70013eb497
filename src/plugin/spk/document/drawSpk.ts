import type { SpkContent } from '../content'
import type { SpkIssue } from './issue'
import type { SpkLayout } from './layout'

import { loadOnce } from '../../kernel/queue/loadOnce'
import { startOfWibDay } from '../../kernel/time'
import { setBody } from './body'
import { dressPage } from './dress'
import { MARGINS } from './sheet'
import { setSignatures } from './signatures'

const loadPdf = loadOnce(() => import('../../kernel/pdf'))

const isMaskOf = (masked: string, nik: null | string): nik is string =>
  nik !== null &&
  nik.length === masked.length &&
  [...masked].every((sign, at) => !/\d/.test(sign) || sign === nik[at])

/** A whole NIK stands only in what is issued, and only if it is the one of the content. */
const nikFor = (content: SpkContent, nik: null | string): string => {
  const { nikMasked } = content.customer
  if (!isMaskOf(nikMasked, nik)) {
    throw new RangeError('The NIK is not the one of this content')
  }
  return nik
}

const nameOf = ({ revision }: SpkContent, issue: null | SpkIssue): string => {
  if (!issue) {
    return 'Nomor diberikan saat diterbitkan'
  }
  return revision > 0 ? `Nomor ${issue.number} Rev. ${revision}` : `Nomor ${issue.number}`
}

/** What is drawn: the file, and where on its pages everything stands. */
export type DrawnSpk = { bytes: Uint8Array; layout: SpkLayout }

/**
 * Draws an agreement on A4. With `issue` null it is a draft: the word DRAF across every page, no number,
 * no codes, the NIK masked. The same arguments give the same bytes, in every process. Throws RangeError
 * when an issued document is given another NIK than its content's, or a challenge that is not four digits.
 */
export const drawSpk = async ({
  content,
  issue,
  nik,
}: {
  content: SpkContent
  issue: null | SpkIssue
  nik: null | string
}): Promise<DrawnSpk> => {
  if (issue && !/^\d{4}$/.test(issue.challenge)) {
    throw new RangeError('The challenge has four digits')
  }
  const { drawPaper } = await loadPdf()
  const layout: SpkLayout = { boxes: [], pages: [], qr: [] }
  const printedNumber = nameOf(content, issue)
  const shownNik = issue ? nikFor(content, nik) : content.customer.nikMasked
  const signatures = setSignatures(content, {
    challenge: issue?.challenge ?? '****',
    record: (box) => layout.boxes.push(box),
  })
  const bytes = await drawPaper({
    author: content.provider.legalName,
    blocks: [...setBody(content, { nik: shownNik, printedNumber }), signatures],
    createdAt: issue?.at ?? startOfWibDay(content.agreementOn),
    dress: (canvas, pages) => dressPage(canvas, { content, issue, layout, printedNumber }, pages),
    language: 'id-ID',
    marginsMm: MARGINS,
    size: content.fontSize,
    title: issue
      ? `Surat Perjanjian Kerjasama ${printedNumber}`
      : 'Surat Perjanjian Kerjasama (DRAF)',
    ...(issue ? {} : { watermark: 'DRAF' }),
  })
  return { bytes, layout }
}

import type { PdfCanvas } from '../../kernel/pdf'
import type { SpkContent } from '../content'
import type { SpkIssue } from './issue'
import type { SpkLayout } from './layout'

import { buildQrPayload, buildSignedText, drawQr, hashPageText } from './qr'
import { MARGINS, QR, SHEET } from './sheet'

const MUTED = '#55606e'

/** Heads end before the code in the corner and its quiet. */
const HEAD_WIDTH = QR.places[1].xMm - MARGINS.left - 6

const cutTo = (lines: string[], most: number): string[] =>
  lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines

const drawLetterhead = (canvas: PdfCanvas, { provider }: SpkContent): void => {
  const { address, email, legalName, nib, phone } = provider
  const [large, small] = [
    { font: 'bold' as const, size: 14, widthMm: HEAD_WIDTH },
    { size: 8.5, widthMm: HEAD_WIDTH },
  ]
  const names = cutTo(canvas.linesOf(legalName, large), 2)
  const contact = [email, phone, ...(nib === '' ? [] : [`NIB ${nib}`])].join(' · ')
  const details = [...cutTo(canvas.linesOf(address, small), 2), ...canvas.linesOf(contact, small)]
  names.forEach((text, at) => canvas.text({ ...large, text, xMm: MARGINS.left, yMm: 9 + at * 5.8 }))
  const top = 10 + names.length * 5.8
  details
    .slice(0, 3)
    .forEach((text, at) =>
      canvas.text({ ...small, colour: MUTED, text, xMm: MARGINS.left, yMm: top + at * 4 }),
    )
  canvas.fill({ heightMm: 0.6, widthMm: HEAD_WIDTH, xMm: MARGINS.left, yMm: 35.5 }, '#0b5d4b')
}

const drawRunningHead = (canvas: PdfCanvas, { content, printedNumber }: Dressing): void => {
  const line = { colour: MUTED, size: 8.5, xMm: MARGINS.left } as const
  const [name = ''] = cutTo(
    canvas.linesOf(content.provider.legalName, { size: line.size, widthMm: HEAD_WIDTH }),
    1,
  )
  canvas.text({ ...line, text: name, yMm: 25 })
  canvas.text({ ...line, text: `Surat Perjanjian Kerjasama · ${printedNumber}`, yMm: 29.5 })
  canvas.fill({ heightMm: 0.25, widthMm: HEAD_WIDTH, xMm: MARGINS.left, yMm: 35.5 }, '#d5dae1')
}

const FOOT_LEFT = 41
const FOOT_TOP = 267

const drawFoot = (
  canvas: PdfCanvas,
  { issue, pages, printedNumber }: { pages: number } & Dressing,
) => {
  const line = { colour: MUTED, size: 8.5, xMm: FOOT_LEFT } as const
  const place = `Halaman ${canvas.page} dari ${pages}`
  canvas.text({ ...line, font: 'bold', text: printedNumber, yMm: FOOT_TOP })
  canvas.text({ ...line, text: place, yMm: FOOT_TOP + 4.6 })
  if (issue) {
    const hash = `Sidik dokumen ${issue.contentHash.slice(0, 16)}`
    canvas.text({ ...line, text: hash, yMm: FOOT_TOP + 9.2 })
    const hint = 'Pindai kode QR untuk mencocokkan dokumen ini.'
    canvas.text({ ...line, text: hint, yMm: FOOT_TOP + 13.8 })
  }
}

const INITIALS = [
  { caption: 'PIHAK PERTAMA', party: 'provider', xMm: 146 },
  { caption: 'PIHAK KEDUA', party: 'customer', xMm: 169 },
] as const

const drawInitials = (canvas: PdfCanvas, layout: SpkLayout): void => {
  for (const { caption, party, xMm } of INITIALS) {
    const box = { heightMm: 14, widthMm: 21, xMm, yMm: 271 }
    const text = { align: 'centre', colour: MUTED, widthMm: box.widthMm, xMm } as const
    canvas.text({ ...text, size: 6.5, text: 'Paraf', yMm: 264.8 })
    canvas.text({ ...text, size: 6.5, text: caption, yMm: 267.7 })
    canvas.frame(box)
    layout.boxes.push({ ...box, kind: 'initial', page: canvas.page, party })
  }
}

const drawCodes = (
  canvas: PdfCanvas,
  { issue, layout, textHash }: { issue: SpkIssue; layout: SpkLayout; textHash: string },
): void => {
  const { sign, token, verifyUrl } = issue
  const { page } = canvas
  const mark = sign(buildSignedText({ page, textHash, token }))
  const payload = buildQrPayload({ mark, page, token, verifyUrl })
  const { runs, side } = drawQr(payload)
  for (const place of QR.places) {
    canvas.grid({ ...place, cellMm: QR.sizeMm / side, runs })
    layout.qr.push({ ...place, page, payload, sizeMm: QR.sizeMm })
  }
}

/** What every page of a document is dressed with. */
export type Dressing = {
  content: SpkContent
  issue: null | SpkIssue
  layout: SpkLayout
  printedNumber: string
}

/** Head, foot, boxes for initials and codes of a page whose text stands; the codes come last. */
export const dressPage = (canvas: PdfCanvas, dressing: Dressing, pages: number): void => {
  const { content, issue, layout } = dressing
  if (canvas.page === 1) {
    drawLetterhead(canvas, content)
  } else {
    drawRunningHead(canvas, dressing)
  }
  drawFoot(canvas, { ...dressing, pages })
  drawInitials(canvas, layout)
  const textHash = hashPageText(canvas.lines())
  layout.pages.push({ ...SHEET, textHash })
  if (issue) {
    drawCodes(canvas, { issue, layout, textHash })
  }
}

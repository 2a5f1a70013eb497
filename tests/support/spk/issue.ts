import { createHash } from 'node:crypto'

import { type PDFFont, type PDFPage, PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import QRCode from 'qrcode'

import type { BoxKind, SpkBox, SpkLayout, SpkQr } from '@/plugin/spk/document/layout'
import type { ReadQr } from '@/plugin/spk/evidence'

/** A document as it is issued, for tests of what comes back. */
export type Issued = { bytes: Uint8Array; layout: SpkLayout; readQr: ReadQr; token: string }

const A4 = { heightMm: 297, widthMm: 210 }
const QR_MM = 20
const PT = 72 / 25.4

const SENTENCES = [
  'PIHAK KEDUA membayar angsuran sesuai jadwal yang tercantum pada lampiran perjanjian ini.',
  'Keterlambatan lebih dari tujuh hari mengakibatkan layanan ditangguhkan sampai pembayaran diterima.',
  'PIHAK PERTAMA menjaga ketersediaan layanan dan memberi tahu gangguan yang direncanakan.',
  'Perselisihan diselesaikan dengan musyawarah, kemudian di pengadilan negeri yang disepakati.',
  'Data pribadi dipakai hanya untuk melaksanakan perjanjian ini dan kewajiban hukum.',
  'Perubahan hanya berlaku bila dibuat tertulis dan ditandatangani kedua belah pihak.',
]

const box = (
  page: number,
  kind: BoxKind,
  [xMm, yMm, widthMm, heightMm]: [number, number, number, number],
  party: SpkBox['party'] = 'customer',
): SpkBox => ({ heightMm, kind, page, party, widthMm, xMm, yMm })

const boxesOf = (pages: number): SpkBox[] => [
  ...Array.from({ length: pages }, (_, at) => box(at + 1, 'initial', [170, 266, 22, 12])),
  box(pages, 'signature', [22, 175, 80, 35]),
  box(pages, 'challenge', [22, 216, 60, 14]),
  box(pages, 'date', [22, 234, 60, 10]),
  box(pages, 'signature', [112, 175, 55, 35], 'provider'),
  box(pages, 'meterai', [168, 180, 25, 25], 'provider'),
]

const payloadOf = (args: { page: number; revision: number; token: string }): string => {
  const { page, revision, token } = args
  const hash = createHash('sha256').update(`${token}/${revision}/${page}`).digest('hex').slice(0, 8)
  return `https://toko.example/v/${token}?p=${page}&h=${hash}`
}

/** As the shop reads its own codes. */
export const readQr: ReadQr = (payload) => {
  const [, token = '', page = '0'] =
    /^https:\/\/toko\.example\/v\/([\w-]+)\?p=(\d+)&h=[0-9a-f]{8}$/.exec(payload) ?? []
  return { isOurs: token !== '', page: Number(page), token }
}

const codesOf = (pages: number, args: { revision: number; token: string }): SpkQr[] =>
  Array.from({ length: pages }, (_, at) => at + 1).flatMap((page) => {
    const payload = payloadOf({ ...args, page })
    return [
      { page, payload, sizeMm: QR_MM, xMm: 15, yMm: 262 },
      { page, payload, sizeMm: QR_MM, xMm: 175, yMm: 15 },
    ]
  })

/** Draws a code, a bar for each run of squares; `sizeMm` is without a quiet zone. */
export const drawQr = (page: PDFPage, { payload, sizeMm, xMm, yMm }: Omit<SpkQr, 'page'>): void => {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: 'Q' })
  const side = sizeMm / modules.size
  const bars = Array.from({ length: modules.size }, (_, row) => {
    const line = Array.from({ length: modules.size }, (__, at) =>
      modules.get(row, at) ? '1' : '0',
    )
    return [...line.join('').matchAll(/1+/g)].map(({ 0: run, index }) => {
      const [x, y, width] = [index * side, row * side, run.length * side]
      return `M${x} ${y}h${width}v${side}h${-width}z`
    })
  })
  const place = { scale: PT, x: xMm * PT, y: page.getHeight() - yMm * PT }
  page.drawSvgPath(bars.flat().join(''), { ...place, color: rgb(0, 0, 0) })
}

const writeText = (page: PDFPage, args: { font: PDFFont; number: number; seed: number }): void => {
  const { font, number, seed } = args
  let y = 760
  const least = number % 2 === 0 ? 360 : 120
  for (let line = 0; y > least; line++, y -= 15) {
    const pick = (seed * 7 + number * 5 + line * 3) % SENTENCES.length
    const isHead = line % 9 === 0
    const text = isHead ? `Pasal ${number}.${line}` : (SENTENCES[pick] ?? '')
    page.drawText(text, { font, size: isHead ? 12 : 10.5, x: 62, y })
  }
  page.drawText(`Rp${(seed * 137_000 + number * 1_000).toLocaleString('id-ID')} per bulan`, {
    font,
    size: 10.5,
    x: 62,
    y: y - 4,
  })
}

const drawBox = (page: PDFPage, { heightMm, kind, widthMm, xMm, yMm }: SpkBox, font: PDFFont) => {
  const [x, y] = [xMm * PT, page.getHeight() - (yMm + heightMm) * PT]
  const size = { height: heightMm * PT, width: widthMm * PT }
  page.drawRectangle({ ...size, borderColor: rgb(0.3, 0.3, 0.3), borderWidth: 0.7, x, y })
  page.drawText(kind, {
    color: rgb(0.45, 0.45, 0.45),
    font,
    size: 6.5,
    x: x + 2,
    y: y + size.height - 8,
  })
}

/** Issues a document of some pages; the last one is signed on. The seed decides what it says. */
export const issueDocument = async (args: {
  pages?: number
  revision?: number
  seed: number
}): Promise<Issued> => {
  const { pages = 2, revision = 0, seed } = args
  const token = `uji${String(seed).padStart(6, '0')}AbCdEf`
  const layout: SpkLayout = {
    boxes: boxesOf(pages),
    pages: [],
    qr: codesOf(pages, { revision, token }),
  }
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([A4.widthMm * PT, A4.heightMm * PT])
    writeText(page, {
      font,
      number: number === pages ? number * 2 : number * 2 + 1,
      seed: seed + revision,
    })
    layout.qr.filter((qr) => qr.page === number).forEach((qr) => drawQr(page, qr))
    layout.boxes.filter((each) => each.page === number).forEach((each) => drawBox(page, each, font))
    layout.pages.push({
      ...A4,
      textHash: createHash('sha256').update(`${seed}/${number}`).digest('hex'),
    })
  }
  return { bytes: await pdf.save({ useObjectStreams: false }), layout, readQr, token }
}

import { type Canvas, createCanvas } from '@napi-rs/canvas'
import {
  degrees,
  PDFArray,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  rgb,
  StandardFonts,
} from 'pdf-lib'
import QRCode from 'qrcode'
import sharp from 'sharp'

import type { SpkBox } from '@/plugin/spk/document/layout'

import { drawStrokes, PENS, signatureOf } from './ink'
import { drawQr, type Issued, issueDocument } from './issue'
import { bell, between, makeRandom } from './random'
import { bindPictures, type Picture, scanSheets } from './scanner'
import { printsOf, SHEET_SCALE, signSheets } from './sheet'

const PT = 72 / 25.4

/** A forged return; `hand` writes it, `seed` decides everything else. */
export type Attack = (args: { hand: number; issued: Issued; seed: number }) => Promise<Uint8Array>

const boxOf = ({ layout }: Issued): SpkBox => {
  const box = layout.boxes.find(({ kind, party }) => kind === 'signature' && party === 'customer')
  if (!box) {
    throw new Error('Nothing to sign')
  }
  return box
}

/** A signature without paper, as apps keep it. */
const signaturePng = (hand: number, time: number): Buffer => {
  const canvas = createCanvas(640, 280)
  const pen = PENS[hand % PENS.length] ?? { colour: '#1f3fa8', widthMm: 0.5 }
  const strokes = signatureOf({ hand, heightMm: 35, time, widthMm: 80 })
  drawStrokes(canvas.getContext('2d'), strokes, {
    pen,
    random: makeRandom(time),
    scale: 8,
    xMm: 0,
    yMm: 0,
  })
  return canvas.toBuffer('image/png')
}

const placeOf = (page: PDFPage, box: SpkBox) => ({
  height: box.heightMm * PT * 0.8,
  width: box.widthMm * PT * 0.8,
  x: (box.xMm + 6) * PT,
  y: page.getHeight() - (box.yMm + box.heightMm - 4) * PT,
})

type Change = (args: { box: SpkBox; page: PDFPage; pdf: PDFDocument }) => Promise<void> | void

const change = async (bytes: Uint8Array, issued: Issued, by: Change): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const box = boxOf(issued)
  await by({ box, page: pdf.getPage(box.page - 1), pdf })
  return pdf.save({ useObjectStreams: false })
}

const pastePng =
  (hand: number, time: number): Change =>
  async ({ box, page, pdf }) =>
    page.drawImage(await pdf.embedPng(signaturePng(hand, time)), placeOf(page, box))

const drawVector =
  (hand: number, time: number): Change =>
  ({ box, page }) => {
    const strokes = signatureOf({
      hand,
      heightMm: box.heightMm * 0.8,
      time,
      widthMm: box.widthMm * 0.8,
    })
    for (const stroke of strokes) {
      const path = stroke.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
      const place = { scale: PT, x: (box.xMm + 5) * PT, y: page.getHeight() - (box.yMm + 3) * PT }
      page.drawSvgPath(path, { ...place, borderColor: rgb(0.1, 0.2, 0.6), borderWidth: 0.6 })
    }
  }

const typeName: Change = async ({ box, page, pdf }) => {
  const font = await pdf.embedFont(StandardFonts.TimesRomanItalic)
  const { x, y } = placeOf(page, box)
  page.drawText('Budi Santoso', { color: rgb(0.1, 0.2, 0.6), font, size: 26, x, y: y + 30 })
}

const annotate =
  (subtype: string): Change =>
  ({ box, page, pdf }) => {
    const { height, width, x, y } = placeOf(page, box)
    const rect = [x, y, x + width, y + height]
    const line = [x, y, x + width / 2, y + height, x + width, y]
    const note = pdf.context.obj({
      C: [0, 0, 0.6],
      Contents: PDFHexString.fromText('Budi Santoso'),
      DA: PDFHexString.fromText('/Helv 18 Tf'),
      F: 4,
      InkList: [line],
      Rect: rect,
      Subtype: subtype,
      Type: 'Annot',
    })
    page.node.addAnnot(pdf.context.register(note))
  }

/** A signature field with a value, as signing services leave it. */
const certify: Change = ({ box, page, pdf }) => {
  const { height, width, x, y } = placeOf(page, box)
  const value = pdf.context.register(
    pdf.context.obj({
      ByteRange: [0, 10, 20, 10],
      Contents: PDFHexString.of('00'.repeat(64)),
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      Type: 'Sig',
    }),
  )
  const field = pdf.context.register(
    pdf.context.obj({
      F: 132,
      FT: 'Sig',
      Rect: [x, y, x + width, y + height],
      Subtype: 'Widget',
      T: PDFHexString.fromText('Signature1'),
      Type: 'Annot',
      V: value,
    }),
  )
  page.node.addAnnot(field)
  const fields = PDFArray.withContext(pdf.context)
  fields.push(field)
  const form = pdf.context.obj({ SigFlags: 3 })
  form.set(PDFName.of('Fields'), fields)
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3))
  pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.register(form))
}

const badgeText = (seed: number): string => `https://tte.example/verifikasi/${seed}`

const pasteQr =
  (text: string): Change =>
  ({ box, page }) =>
    drawQr(page, { payload: text, sizeMm: 22, xMm: box.xMm + 12, yMm: box.yMm + 6 })

const pasteQrImage =
  (text: string): Change =>
  async ({ box, page, pdf }) => {
    const png = await QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 1, scale: 6 })
    const { x, y } = placeOf(page, box)
    page.drawImage(await pdf.embedPng(png), { height: 66, width: 66, x: x + 30, y: y + 8 })
  }

/** Puts a code onto the paper itself. */
const inkQr = (sheet: Canvas, { box, text }: { box: SpkBox; text: string }): void => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = (22 * SHEET_SCALE) / modules.size
  const context = sheet.getContext('2d')
  const [left, top] = [(box.xMm + 14) * SHEET_SCALE, (box.yMm + 6) * SHEET_SCALE]
  context.fillStyle = '#000000'
  for (let at = 0; at < modules.size ** 2; at++) {
    if (modules.data[at]) {
      const [x, y] = [at % modules.size, Math.floor(at / modules.size)]
      context.fillRect(left + x * side, top + y * side, side + 0.4, side + 0.4)
    }
  }
}

/** A scan of the form that nobody signed. */
const blankScan: Attack = async ({ issued, seed }) =>
  scanSheets(await printsOf(issued), seed % 2 === 0 ? 'colour' : 'app', seed)

const onFile =
  (by: (args: { hand: number; seed: number }) => Change): Attack =>
  ({ hand, issued, seed }) =>
    change(issued.bytes, issued, by({ hand, seed }))

const onScan =
  (by: (args: { hand: number; seed: number }) => Change): Attack =>
  async (args) =>
    change(await blankScan(args), args.issued, by(args))

const scanOf = async (issued: Issued, hand: number, seed: number): Promise<Uint8Array> => {
  const sheets = await printsOf(issued)
  signSheets(sheets, issued, { hand, time: seed })
  return scanSheets(sheets, 'colour', seed)
}

const pagesOf = async (bytes: Uint8Array, pages: readonly number[]): Promise<Uint8Array> => {
  const [from, pdf] = [await PDFDocument.load(bytes), await PDFDocument.create()]
  const copied = await pdf.copyPages(from, [...pages])
  copied.forEach((page) => pdf.addPage(page))
  return pdf.save({ useObjectStreams: false })
}

const qrOnPaper =
  (textOf: (args: { issued: Issued; seed: number }) => string): Attack =>
  async ({ issued, seed }) => {
    const sheets = await printsOf(issued)
    const box = boxOf(issued)
    const sheet = sheets[box.page - 1]
    if (sheet) {
      inkQr(sheet, { box, text: textOf({ issued, seed }) })
    }
    return scanSheets(
      sheets,
      (['colour', 'grey', 'app', 'photo'] as const)[seed % 4] ?? 'colour',
      seed,
    )
  }

/** Draws the pasted signature into the pixels of a page that never was on paper. */
const flatten = async (args: { hand: number; issued: Issued; seed: number }): Promise<Canvas[]> => {
  const { hand, issued, seed } = args
  const sheets = await printsOf(issued)
  const box = boxOf(issued)
  const context = sheets[box.page - 1]?.getContext('2d')
  const pen = PENS[hand % PENS.length] ?? { colour: '#1f3fa8', widthMm: 0.5 }
  const strokes = signatureOf({ hand, heightMm: 30, time: 7, widthMm: 70 })
  if (context) {
    const random = makeRandom(seed)
    drawStrokes(context, strokes, {
      pen,
      random,
      scale: SHEET_SCALE,
      xMm: box.xMm + 4,
      yMm: box.yMm + 2,
    })
  }
  return sheets
}

const plainPicture = async (sheet: Canvas, quality: number): Promise<Picture> => {
  const { data, info } = await sharp(sheet.toBuffer('image/png'))
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true })
  return { height: info.height, jpeg: data, width: info.width }
}

/** What ready-made tools do: turn a little, blur, and spread noise over what is white. */
const fakeScan = async (sheet: Canvas, seed: number): Promise<Picture> => {
  const random = makeRandom(seed)
  const turned = sharp(sheet.toBuffer('image/png')).rotate(between(random, -0.7, 0.7), {
    background: '#ffffff',
  })
  const { data, info } = await turned
    .blur(0.5)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += 3) {
    const grain = bell(random) * 7
    for (let channel = 0; channel < 3; channel++) {
      data[at + channel] = Math.max(0, Math.min(255, (data[at + channel] ?? 0) + grain))
    }
  }
  const { height, width } = info
  const jpeg = await sharp(data, { raw: { channels: 3, height, width } })
    .jpeg({ quality: 80 })
    .toBuffer()
  return { height, jpeg, width }
}

const bindAll = async (
  sheets: readonly Canvas[],
  make: (sheet: Canvas, at: number) => Promise<Picture>,
) => {
  const pictures: Picture[] = []
  for (const [at, sheet] of sheets.entries()) {
    pictures.push(await make(sheet, at))
  }
  return bindPictures(pictures)
}

/** Attacks by level of the ladder; each name says what was done. */
export const ATTACKS: Record<'l0' | 'l1' | 'l2' | 'l3' | 'l4' | 'l5', Record<string, Attack>> = {
  l0: {
    anotherDocument: async ({ hand, issued, seed }) =>
      scanOf(
        await issueDocument({ pages: issued.layout.pages.length, seed: seed + 700 }),
        hand,
        seed,
      ),
    anotherRevision: async ({ hand, issued, seed }) => {
      const pages = issued.layout.pages.length
      const own = Number(issued.token.slice(3, 9))
      return scanOf(await issueDocument({ pages, revision: 1, seed: own }), hand, seed)
    },
    blankForm: blankScan,
    missingPage: async ({ hand, issued, seed }) =>
      pagesOf(await scanOf(issued, hand, seed), [issued.layout.pages.length - 1]),
    nothingOfOurs: async ({ seed }) => {
      const sheets = [createCanvas(1654, 2339), createCanvas(1654, 2339)]
      for (const sheet of sheets) {
        const context = sheet.getContext('2d')
        context.fillStyle = '#ffffff'
        context.fillRect(0, 0, sheet.width, sheet.height)
        context.fillStyle = '#222222'
        for (let line = 0; line < 40; line++) {
          context.fillRect(180, 200 + line * 45, 900 + ((line * seed) % 7) * 50, 14)
        }
      }
      return scanSheets(sheets, 'colour', seed)
    },
    pagesSwapped: async ({ hand, issued, seed }) =>
      pagesOf(await scanOf(issued, hand, seed), [1, 0]),
  },
  l1: {
    freeText: onFile(() => annotate('FreeText')),
    inkNote: onFile(() => annotate('Ink')),
    pastedOnFile: onFile(({ hand, seed }) => pastePng(hand, seed)),
    pastedOnScan: onScan(({ hand, seed }) => pastePng(hand, seed)),
    stampNote: onFile(() => annotate('Stamp')),
    typedOnFile: onFile(() => typeName),
    typedOnScan: onScan(() => typeName),
    vectorOnFile: onFile(({ hand, seed }) => drawVector(hand, seed)),
    vectorOnScan: onScan(({ hand, seed }) => drawVector(hand, seed)),
  },
  l2: {
    certifiedOnFile: onFile(() => certify),
    certifiedOnScan: onScan(() => certify),
    codeOnFile: onFile(({ seed }) => pasteQr(badgeText(seed))),
    codeOnPaper: qrOnPaper(({ seed }) => badgeText(seed)),
    codeOnScan: onScan(({ seed }) => pasteQrImage(badgeText(seed))),
    ownCodeOnPaper: qrOnPaper(({ issued }) => issued.layout.qr.at(-1)?.payload ?? ''),
  },
  l3: {
    flattened: async (args) => bindAll(await flatten(args), (sheet) => plainPicture(sheet, 92)),
  },
  l4: {
    pastedAndFakeScanned: async (args) =>
      bindAll(await flatten(args), (sheet, at) => fakeScan(sheet, args.seed * 17 + at)),
  },
  l5: {
    pastedPrintedScanned: async (args) => scanSheets(await flatten(args), 'colour', args.seed),
  },
}

/** An honest scan with what honest programs add to it. */
export const ADDITIONS: Record<string, (bytes: Uint8Array) => Promise<Uint8Array>> = {
  /** Letters over the picture that nobody sees, so that it can be searched. */
  recognised: async (bytes) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    for (const page of pdf.getPages()) {
      for (let line = 0; line < 40; line++) {
        page.drawText('PIHAK KEDUA membayar angsuran sesuai jadwal', {
          font,
          renderMode: 3,
          size: 10,
          x: 62,
          y: 760 - line * 15,
        })
      }
    }
    return pdf.save({ useObjectStreams: false })
  },
  /** The name of an app at the foot of each page. */
  watermarked: async (bytes) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    for (const page of pdf.getPages()) {
      page.drawText('Scanned with TapScanner', { font, rotate: degrees(0), size: 8, x: 250, y: 12 })
    }
    return pdf.save({ useObjectStreams: false })
  },
}

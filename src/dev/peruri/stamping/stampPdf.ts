import { createHash, X509Certificate } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'

import type { Authority } from './authority'

import { type CmsWish, signDetached } from './cms'
import { appendIncrement, dictText, openForIncrement, type Opened, streamText } from './increment'
import { drawStamp, STAMP_PIXELS } from './picture'

/** Where and how a stamp is affixed; the rectangle in points from the page's bottom left corner. */
export type StampWish = {
  at: Date
  authority: Authority
  /** Name of the field. Default `Emet<serial>`. */
  field?: string
  /** Flags of the annotation. Default 132: printed and locked. */
  flags?: number
  /** Whether certificates follow in a second increment. Default true. */
  hasProofs?: boolean
  location?: string
  /** From 1. */
  page: number
  /** Text behind the serial. */
  reason?: string
  rect: readonly [number, number, number, number]
  serial: string
} & Pick<CmsWish, 'hasChain' | 'isEndless' | 'isTimed'>

const CONTENTS_BYTES = 15_000

const RANGE = '[0 ********** ********** **********]'

const escape = (text: string): string => text.replace(/[\\()]/g, (letter) => `\\${letter}`)

const dateText = (at: Date): string =>
  `D:${at.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`

const signatureText = ({ at, location = 'Jakarta', reason = '', serial }: StampWish): string =>
  [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/M (${dateText(at)}) /Name (e\\055meterai\\137signatures) /Location (${escape(location)})`,
    `/Reason (${escape(`[${serial}] ${reason}`)})`,
    '/Prop_Build << /App << /Name /Signadapter /REx (2.0.16) >> >>',
    `/ByteRange ${RANGE} /Contents <${'0'.repeat(CONTENTS_BYTES * 2)}> >>`,
  ].join('\n')

const pictureText = (serial: string): Buffer =>
  streamText(
    `/Type /XObject /Subtype /Image /Width ${STAMP_PIXELS} /Height ${STAMP_PIXELS}` +
      ' /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode',
    drawStamp(serial),
  )

const sizeOf = ({ rect }: StampWish): readonly [number, number] => [
  Math.abs(rect[2] - rect[0]),
  Math.abs(rect[3] - rect[1]),
]

const looksText = (wish: StampWish, picture: number): Buffer => {
  const [width, height] = sizeOf(wish)
  return streamText(
    `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}]` +
      ` /Resources << /XObject << /Im0 ${picture} 0 R >> >> /Filter /FlateDecode`,
    deflateSync(`q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q`),
  )
}

/** The page with one more annotation. */
const pageWith = ({ document }: Opened, page: number, widget: number): [number, Buffer] => {
  const sheet = document.getPage(page - 1)
  const entries = sheet.node.clone(document.context)
  const old = document.context.lookup(entries.get(PDFName.of('Annots')))
  const annotations = PDFArray.withContext(document.context)
  if (old instanceof PDFArray) {
    old.asArray().forEach((each) => annotations.push(each))
  }
  annotations.push(PDFRef.of(widget))
  entries.set(PDFName.of('Annots'), annotations)
  return [sheet.ref.objectNumber, dictText(entries)]
}

const rootOf = ({ document }: Opened): number =>
  (document.context.trailerInfo.Root as PDFRef).objectNumber

/** The catalog with one more field. */
const catalogWith = (opened: Opened, field: number): [number, Buffer] => {
  const { context, catalog } = opened.document
  const entries = catalog.clone(context)
  const old = context.lookup(entries.get(PDFName.of('AcroForm')))
  const form = old instanceof PDFDict ? old.clone(context) : PDFDict.withContext(context)
  const fields = PDFArray.withContext(context)
  const oldFields = context.lookup(form.get(PDFName.of('Fields')))
  if (oldFields instanceof PDFArray) {
    oldFields.asArray().forEach((each) => fields.push(each))
  }
  fields.push(PDFRef.of(field))
  form.set(PDFName.of('Fields'), fields)
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3))
  entries.set(PDFName.of('AcroForm'), form)
  return [rootOf(opened), dictText(entries)]
}

/** Writes the range and the signature into the places that were kept for them. */
const seal = (draft: Buffer, from: number, wish: StampWish): Buffer => {
  const rangeAt = draft.indexOf(RANGE, from)
  const start = draft.indexOf('/Contents <', rangeAt) + '/Contents '.length
  const end = start + CONTENTS_BYTES * 2 + 2
  const numbers = [start, end, draft.length - end].map((each) => String(each).padEnd(10))
  draft.write(`[0 ${numbers.join(' ')}]`, rangeAt, 'latin1')
  const covered = Buffer.concat([draft.subarray(0, start), draft.subarray(end)])
  const cms = signDetached(covered, wish)
  if (cms.length > CONTENTS_BYTES) {
    throw new RangeError('The signature is longer than the place that was kept for it')
  }
  draft.write(cms.toString('hex'), start + 1, 'latin1')
  return draft
}

const rawOf = (pem: string): Buffer => new X509Certificate(pem).raw

/** Certificates behind the signature, and which signature they are for. */
const addProofs = async (bytes: Buffer, { authority }: StampWish): Promise<Buffer> => {
  const opened = await openForIncrement(bytes)
  const { context, catalog } = opened.document
  const pems = [authority.signer.certificate, ...authority.signer.chain, authority.time.certificate]
  const objects = new Map<number, Buffer | string>()
  pems.forEach((pem, index) => objects.set(opened.size + index, streamText('', rawOf(pem))))
  const refs = [...objects.keys()].map((num) => `${num} 0 R`).join(' ')
  const dss = opened.size + pems.length
  const key = createHash('sha1').update(bytes).digest('hex').toUpperCase()
  objects.set(dss, `<< /Type /DSS /Certs [${refs}] /VRI << /${key} << /Cert [${refs}] >> >> >>`)
  const entries = catalog.clone(context)
  entries.set(PDFName.of('DSS'), PDFRef.of(dss))
  objects.set(rootOf(opened), dictText(entries))
  return appendIncrement(opened, objects)
}

/**
 * Affixes a stamp as the real service was measured to do: one increment with field, picture and
 * signature, a second one with the proofs; the bytes before stay as they are.
 */
export async function stampPdf(bytes: Uint8Array, wish: StampWish): Promise<Buffer> {
  const { field = `Emet${wish.serial}`, flags = 132, hasProofs = true, page, rect } = wish
  const opened = await openForIncrement(bytes)
  const [picture, looks, signature, widget] = [0, 1, 2, 3].map((each) => opened.size + each) as [
    number,
    number,
    number,
    number,
  ]
  const [pageNum, pageBody] = pageWith(opened, page, widget)
  const [root, catalog] = catalogWith(opened, widget)
  const draft = appendIncrement(
    opened,
    new Map<number, Buffer | string>([
      [picture, pictureText(wish.serial)],
      [looks, looksText(wish, picture)],
      [signature, signatureText(wish)],
      [
        widget,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${escape(field)}) /F ${flags}` +
          ` /Rect [${rect.join(' ')}] /V ${signature} 0 R /P ${pageNum} 0 R` +
          ` /AP << /N ${looks} 0 R >> >>`,
      ],
      [pageNum, pageBody],
      [root, catalog],
    ]),
  )
  const sealed = seal(draft, bytes.length, wish)
  return hasProofs ? addProofs(sealed, wish) : sealed
}

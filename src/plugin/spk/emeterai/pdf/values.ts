/** A name such as `/Widget`. */
export type PdfName = { kind: 'name'; name: string }

/** A string with the place of its token in the file: `from` at its bracket, `to` after the other. */
export type PdfString = { bytes: Uint8Array; from: number; kind: 'string'; to: number }

/** A reference to an object of its own. */
export type PdfRef = { gen: number; kind: 'ref'; num: number }

/** A dictionary. */
export type PdfDict = { entries: Map<string, PdfValue>; kind: 'dict' }

/** A stream; `raw` is what stands in the file, filters and all. */
export type PdfStream = { entries: Map<string, PdfValue>; kind: 'stream'; raw: Uint8Array }

/** Any value of a PDF file. */
export type PdfValue =
  boolean | null | number | PdfDict | PdfName | PdfRef | PdfStream | PdfString | PdfValue[]

/** The file is not what it should be; caught where files are judged, never seen outside. */
export class PdfFault extends Error {}

type Kinded = Exclude<PdfValue, boolean | null | number | PdfValue[]>

/** Whether a value is of a kind: `dict`, `name`, `ref`, `stream` or `string`. */
export const isKind = <K extends Kinded['kind']>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<Kinded, { kind: K }> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === kind

/** The entries of a dictionary or of a stream's dictionary; empty for anything else. */
export const entriesOf = (value: PdfValue | undefined): Map<string, PdfValue> =>
  isKind(value, 'dict') || isKind(value, 'stream') ? value.entries : new Map()

/** The word of a name; empty for anything else. */
export const nameOf = (value: PdfValue | undefined): string =>
  isKind(value, 'name') ? value.name : ''

/** The text of a string: UTF-16 with its mark, otherwise one byte a letter; empty for anything else. */
export const textOf = (value: PdfValue | undefined): string => {
  if (!isKind(value, 'string')) {
    return ''
  }
  const { bytes } = value
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff
  return isWide
    ? new TextDecoder('utf-16be').decode(bytes.subarray(2))
    : Buffer.from(bytes).toString('latin1')
}

/** A finite number that is no wilder than a file may be long; `undefined` for anything else. */
export const numberOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' && Math.abs(value) < 2 ** 40 ? value : undefined

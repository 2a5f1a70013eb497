import type { Pdf } from '../pdf/openPdf'
import type { PdfValue } from '../pdf/values'

import { catalogOf } from '../pdf/pages'
import { entriesOf, isKind, nameOf, PdfFault, textOf } from '../pdf/values'

/** A field for a signature, signed or not. */
export type SignatureField = {
  entries: Map<string, PdfValue>
  name: string
  /** Number of the object that the field is. */
  num: number
  /** Number of the object that holds the signature; null when it stands in the field itself. */
  valueNum: null | number
  /** The signature; empty when nobody has signed yet. */
  value: Map<string, PdfValue>
  /** Numbers of what shows it on pages. */
  widgets: number[]
}

const MAX_FIELDS = 2_000

const refsOf = (value: PdfValue): number[] =>
  Array.isArray(value) ? value.flatMap((each) => (isKind(each, 'ref') ? [each.num] : [])) : []

/** The form's own fields, as numbers of objects. */
export const fieldNumbersOf = (pdf: Pdf): number[] =>
  refsOf(pdf.resolve(entriesOf(pdf.resolve(catalogOf(pdf).get('AcroForm'))).get('Fields')))

const readField = (pdf: Pdf, num: number): SignatureField => {
  const entries = entriesOf(pdf.find(num))
  const kids = refsOf(pdf.resolve(entries.get('Kids')))
  const value = entries.get('V')
  return {
    entries,
    name: textOf(pdf.resolve(entries.get('T'))),
    num,
    value: entriesOf(pdf.resolve(value)),
    valueNum: isKind(value, 'ref') ? value.num : null,
    widgets: kids.length > 0 ? kids : [num],
  }
}

/**
 * Fields for signatures, those inside of groups, too.
 *
 * @throws PdfFault when fields contain themselves or are too many
 */
export function signatureFieldsOf(pdf: Pdf): SignatureField[] {
  const open = fieldNumbersOf(pdf)
  const seen = new Set<number>()
  const found: SignatureField[] = []
  for (let num = open.shift(); num !== undefined; num = open.shift()) {
    if (seen.has(num) || seen.size > MAX_FIELDS) {
      throw new PdfFault('fields lead in a circle')
    }
    seen.add(num)
    const field = readField(pdf, num)
    if (nameOf(pdf.resolve(field.entries.get('FT'))) === 'Sig') {
      found.push(field)
    } else if (field.widgets[0] !== num) {
      open.push(...field.widgets)
    }
  }
  return found
}

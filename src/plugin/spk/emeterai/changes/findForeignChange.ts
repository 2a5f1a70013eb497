import type { NoteKey } from '../notes'
import type { Pdf } from '../pdf/openPdf'
import type { PdfValue } from '../pdf/values'

import { readIncrements } from '../pdf/increments'
import { catalogOf, pagesOf } from '../pdf/pages'
import { entriesOf, isKind, nameOf, PdfFault } from '../pdf/values'
import { type SignatureField, signatureFieldsOf } from '../signature/fields'
import { findAddedFields, findAddedWidgets } from './compareForms'
import { danglingNumbersOf } from './dangling'
import { isSameBut, isSameValue } from './equal'

/**
 * What the catalog may gain: the form, the proofs of the signature, marks of the PDF's version, and what
 * the file says about itself (signing libraries write there when they were at work).
 */
const CATALOG_FREE = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata', 'Version'])

const ONLY_ANNOTS = new Set(['Annots'])

const numberIn = (value: PdfValue | undefined): number => (isKind(value, 'ref') ? value.num : -1)

type Change = { now: PdfValue | undefined; old: PdfValue }

/** Objects that may be written anew, each in its own bounds; what they say is compared elsewhere. */
const boundsOf = (before: Pdf): Map<number, (change: Change) => boolean> => {
  const bounds = new Map<number, (change: Change) => boolean>()
  const form = catalogOf(before).get('AcroForm')
  const loose = [form, entriesOf(before.resolve(form)).get('Fields')]
  for (const { entries, num } of pagesOf(before)) {
    loose.push(entries.get('Annots'))
    bounds.set(num, ({ now, old }) => isSameBut(entriesOf(old), entriesOf(now), ONLY_ANNOTS))
  }
  loose.forEach((ref) => bounds.set(numberIn(ref), ({ now }) => Array.isArray(now) || isDict(now)))
  bounds.set(numberIn(before.trailer.get('Info')), ({ now }) => isDict(now))
  bounds.set(numberIn(catalogOf(before).get('Metadata')), ({ now, old }) =>
    [now, old].every((each) => nameOf(entriesOf(each).get('Type')) === 'Metadata'),
  )
  bounds.set(numberIn(before.trailer.get('Root')), ({ now, old }) =>
    isSameBut(entriesOf(old), entriesOf(now), CATALOG_FREE),
  )
  return bounds
}

const isDict = (value: PdfValue | undefined): boolean => isKind(value, 'dict')

/** Whether every object that was written is new and unawaited, the same as before, or within bounds. */
const areObjectsInBounds = (before: Pdf, after: Pdf, written: ReadonlySet<number>): boolean => {
  const bounds = boundsOf(before)
  const dangling = danglingNumbersOf(before)
  return [...written].every((num) => {
    const [old, now] = [before.find(num), after.find(num)]
    if (old === undefined) {
      return now === undefined || !dangling.has(num)
    }
    return isSameValue(old, now) || (bounds.get(num)?.({ now, old }) ?? false)
  })
}

const isChained = (before: Pdf, after: Pdf): boolean => {
  const kept = after.sections.filter(({ start }) => start < before.bytes.length)
  return (
    isSameValue(before.trailer.get('Root'), after.trailer.get('Root')) &&
    !after.trailer.has('Encrypt') &&
    kept.length === before.sections.length &&
    kept.every(({ start }, index) => start === before.sections[index]?.start)
  )
}

/** Shows itself by nothing and does nothing: how a field for a timestamp over the file looks. */
const isDocTimestamp = ({ value }: SignatureField): boolean =>
  nameOf(value.get('Type')) === 'DocTimeStamp' && nameOf(value.get('SubFilter')) === 'ETSI.RFC3161'

const isPlain = (pdf: Pdf, field: SignatureField): boolean =>
  [field.num, ...field.widgets].every((num) => {
    const entries = entriesOf(pdf.find(num))
    return !entries.has('A') && !entries.has('AA')
  })

const isEmptyRect = (pdf: Pdf, num: number): boolean => {
  const rect = pdf.resolve(entriesOf(pdf.find(num)).get('Rect'))
  return Array.isArray(rect) && rect[0] === rect[2] && rect[1] === rect[3]
}

const isProof = (pdf: Pdf, field: SignatureField): boolean =>
  isDocTimestamp(field) && field.widgets.every((num) => isEmptyRect(pdf, num))

const hasOnly = (pdf: Pdf, added: number[], mayBeAdded: (field: SignatureField) => boolean) => {
  const fields = signatureFieldsOf(pdf).filter(({ num }) => added.includes(num))
  const isAll = fields.length === new Set(added).size
  return isAll && fields.every((field) => isPlain(pdf, field) && mayBeAdded(field))
}

const areWidgetsOf = (pdf: Pdf, widgets: readonly number[], fields: readonly number[]): boolean => {
  const known = signatureFieldsOf(pdf).filter(({ num }) => fields.includes(num))
  const own = new Set(known.flatMap((field) => field.widgets))
  return new Set(widgets).size === widgets.length && widgets.every((num) => own.has(num))
}

type Span = { after: Pdf; before: Pdf; stamp: number }

const isInBounds = ({ after, before, stamp }: Span): boolean => {
  if (!isChained(before, after)) {
    return false
  }
  const written = readIncrements({ from: before.bytes.length, pdf: after })
  const fields = findAddedFields(before, after)
  const widgets = findAddedWidgets(before, after)
  return (
    fields !== null &&
    widgets !== null &&
    areObjectsInBounds(before, after, written) &&
    hasOnly(after, fields, (field) => field.num === stamp || isProof(after, field)) &&
    areWidgetsOf(after, widgets, fields)
  )
}

/**
 * Looks for anything that came into the file between two of its ends besides the stamp (the field of
 * that number) and the proofs of its signature.
 *
 * @returns null when there is nothing else
 */
export function findForeignChange(
  span: Span,
  otherwise: 'changedAfter' | 'changedBefore',
): null | NoteKey {
  try {
    return isInBounds(span) ? null : otherwise
  } catch (error) {
    if (error instanceof PdfFault) {
      return otherwise
    }
    throw error
  }
}

import type { Pdf } from '../pdf/openPdf'
import type { PdfValue } from '../pdf/values'

import { annotationsOf, catalogOf, pagesOf } from '../pdf/pages'
import { entriesOf, isKind } from '../pdf/values'
import { fieldNumbersOf } from '../signature/fields'
import { isSameBut, isSameValue } from './equal'

const FORM_FREE = new Set(['Fields', 'SigFlags'])

/** What a form may gain but never change: fonts and letters for fields that it did not have. */
const FORM_GAINS = ['DA', 'DR'] as const

const formOf = (pdf: Pdf): Map<string, PdfValue> =>
  entriesOf(pdf.resolve(catalogOf(pdf).get('AcroForm')))

const isSameForm = (before: Pdf, after: Pdf): boolean => {
  const [old, now] = [formOf(before), formOf(after)]
  const gained = FORM_GAINS.filter((key) => !old.has(key))
  return isSameBut(old, now, new Set([...FORM_FREE, ...gained]))
}

/** What stands behind a list's old beginning; null when the beginning is not the old list. */
const findAdded = (
  before: readonly PdfValue[],
  after: readonly PdfValue[],
): null | readonly PdfValue[] =>
  isSameValue([...before], after.slice(0, before.length)) ? after.slice(before.length) : null

const refsOf = (numbers: readonly number[]): PdfValue[] =>
  numbers.map((num) => ({ gen: 0, kind: 'ref', num }))

/** Fields that a form has got behind its old ones; null when it was changed in another way. */
export const findAddedFields = (before: Pdf, after: Pdf): null | number[] => {
  const added = findAdded(refsOf(fieldNumbersOf(before)), refsOf(fieldNumbersOf(after)))
  if (added === null || !isSameForm(before, after)) {
    return null
  }
  return added.flatMap((each) => (isKind(each, 'ref') ? [each.num] : []))
}

/** What pages have got behind their old annotations; null when a page shows anything else than before. */
export const findAddedWidgets = (before: Pdf, after: Pdf): null | number[] => {
  const [old, now] = [pagesOf(before), pagesOf(after)]
  if (old.length !== now.length) {
    return null
  }
  const added = now.map((page, index) => {
    const was = old[index]
    const isSame =
      was?.num === page.num && isSameBut(was.entries, page.entries, new Set(['Annots']))
    return isSame ? findAdded(annotationsOf(before, was), annotationsOf(after, page)) : null
  })
  const widgets = added.flat().map((each) => (isKind(each, 'ref') ? each.num : -1))
  return added.includes(null) ? null : widgets
}

import type { Pdf } from '../pdf/openPdf'
import type { PdfValue } from '../pdf/values'

import { isKind } from '../pdf/values'

const visit = (value: PdfValue | undefined, found: (num: number) => void): void => {
  if (Array.isArray(value)) {
    value.forEach((each) => visit(each, found))
  } else if (isKind(value, 'ref')) {
    found(value.num)
  } else if (isKind(value, 'dict') || isKind(value, 'stream')) {
    value.entries.forEach((each) => visit(each, found))
  }
}

/**
 * Numbers that a file speaks of although there is no such object. Whoever adds that object later changes
 * pages without changing anything that was there.
 */
export function danglingNumbersOf(pdf: Pdf): Set<number> {
  const known = new Set(pdf.numbers())
  const dangling = new Set<number>()
  const check = (num: number): void => {
    if (!known.has(num)) {
      dangling.add(num)
    }
  }
  pdf.trailer.forEach((value) => visit(value, check))
  known.forEach((num) => visit(pdf.find(num), check))
  return dangling
}

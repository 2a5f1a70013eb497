import type { Pdf } from './openPdf'
import type { PdfValue } from './values'

import { entriesOf, isKind, nameOf, PdfFault } from './values'

/** A page with what it inherits. */
export type PdfPage = { entries: Map<string, PdfValue>; num: number }

const INHERITED = ['CropBox', 'MediaBox', 'Resources', 'Rotate', 'UserUnit'] as const

const MAX_PAGES = 2_000

type Walk = { pages: PdfPage[]; pdf: Pdf; seen: Set<number> }

const walk = (
  { pages, pdf, seen }: Walk,
  ref: PdfValue | undefined,
  from: Map<string, PdfValue>,
): void => {
  if (!isKind(ref, 'ref') || seen.has(ref.num) || seen.size > MAX_PAGES * 2) {
    throw new PdfFault('tree of pages leads in a circle or nowhere')
  }
  seen.add(ref.num)
  const entries = entriesOf(pdf.find(ref.num))
  const inherited = new Map(from)
  for (const key of INHERITED) {
    const value = entries.get(key)
    if (value !== undefined) {
      inherited.set(key, value)
    }
  }
  const kids = pdf.resolve(entries.get('Kids'))
  if (nameOf(entries.get('Type')) === 'Page' || !Array.isArray(kids)) {
    pages.push({ entries: new Map([...inherited, ...entries]), num: ref.num })
    return
  }
  kids.forEach((kid) => walk({ pages, pdf, seen }, kid, inherited))
}

const MAX_ANNOTATIONS = 2_000

/**
 * Annotations of a page.
 *
 * @throws PdfFault when they are more than people make: pages may share one list
 */
export const annotationsOf = (pdf: Pdf, { entries }: PdfPage): PdfValue[] => {
  const list = pdf.resolve(entries.get('Annots'))
  const annotations = Array.isArray(list) ? list : []
  if (annotations.length > MAX_ANNOTATIONS) {
    throw new PdfFault('too many annotations')
  }
  return annotations
}

/** The catalog. */
export const catalogOf = (pdf: Pdf): Map<string, PdfValue> =>
  entriesOf(pdf.resolve(pdf.trailer.get('Root')))

/**
 * Pages in their order.
 *
 * @throws PdfFault when their tree cannot be walked
 */
export function pagesOf(pdf: Pdf): PdfPage[] {
  const pages: PdfPage[] = []
  walk({ pages, pdf, seen: new Set() }, catalogOf(pdf).get('Pages'), new Map())
  return pages
}

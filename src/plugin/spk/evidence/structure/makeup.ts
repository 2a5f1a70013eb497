import type { Bounds } from './matrix'

import { lettersOf, type Mark } from './mark'

/** What a page is made of. */
export type Makeup = {
  /** Share of the issued page's letters that stand here as text, 0 to 1. */
  ownText: number
  /** The one image that is the whole page, when there is nothing else. */
  onlyImage: Extract<Mark, { kind: 'image' }> | null
  /** Whether images cover the page, whatever else is on it. */
  isCovered: boolean
}

const GRAM = 8
const COVERED = 0.9

const gramsOf = (letters: string): Set<string> => {
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= letters.length; at++) {
    grams.add(letters.slice(at, at + GRAM))
  }
  return grams
}

/** How much of the issued page's text stands on the returned one, in runs of eight letters. */
const ownTextOf = (marks: readonly Mark[], issued: readonly Mark[]): number => {
  const [own, found] = [gramsOf(lettersOf(issued)), gramsOf(lettersOf(marks))]
  const shared = [...own].filter((gram) => found.has(gram)).length
  return own.size === 0 ? 0 : shared / own.size
}

const shareOf = (
  [left, bottom, right, top]: Bounds,
  [pageLeft, pageBottom, pageRight, pageTop]: Bounds,
): number => {
  const wide = Math.max(0, Math.min(right, pageRight) - Math.max(left, pageLeft))
  const high = Math.max(0, Math.min(top, pageTop) - Math.max(bottom, pageBottom))
  return (wide * high) / ((pageRight - pageLeft) * (pageTop - pageBottom))
}

/** The page's only image, when it is the page. */
export const onlyImageOf = (marks: readonly Mark[], view: Bounds): Makeup['onlyImage'] => {
  const [first, ...others] = marks
  const isWhole = first?.kind === 'image' && others.length === 0 && !first.hasMask
  return isWhole && shareOf(first.bounds, view) >= COVERED ? first : null
}

/** Says what a page is made of, beside the issued one. */
export const makeupOf = (marks: readonly Mark[], issued: readonly Mark[], view: Bounds): Makeup => {
  const images = marks.filter(({ kind }) => kind === 'image')
  // Strips of one scan lie beside each other: together they are the page.
  const share = images.reduce((sum, { bounds }) => sum + shareOf(bounds, view), 0)
  return {
    isCovered: share >= COVERED,
    onlyImage: onlyImageOf(marks, view),
    ownText: ownTextOf(marks, issued),
  }
}

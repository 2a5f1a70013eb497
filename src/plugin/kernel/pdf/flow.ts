import type { PDFPage } from 'pdf-lib'

/** A4 in points; what is written lies inside the margins. */
export const PAPER = { bottom: 62, height: 841.89, left: 56, top: 58, width: 595.28 } as const

/** Width of what is written. */
export const LINE_WIDTH = PAPER.width - 2 * PAPER.left

/** Where on a page is written, in points; `top` and `bottom` count from the foot of the page. */
export type Frame = { bottom: number; left: number; top: number; width: number }

/** The frame of documents that say nothing about theirs. */
export const FRAME: Frame = {
  bottom: PAPER.bottom,
  left: PAPER.left,
  top: PAPER.height - PAPER.top,
  width: LINE_WIDTH,
}

/** What is never torn apart: a line, a row, a bar. */
export type Fragment = {
  /** Takes the one before it along to its page. */
  clings?: boolean
  /** Draws itself below `top`, which counts from the foot of the page. */
  draw: (page: PDFPage, top: number) => void
  height: number
  /** Stays on the page of the one that follows. */
  isBound?: boolean
  /** Begins a page. */
  isFirst?: boolean
  /** Space above, except at the head of a page. */
  gap?: number
  /** Stands again at the head of the next page when that begins with this one: the head of a table. */
  repeats?: Fragment
}

const heightOf = (group: readonly Fragment[]): number =>
  group.reduce((sum, { gap = 0, height }, at) => sum + height + (at > 0 ? gap : 0), 0)

/** What is bound together, as far as it fits onto a page at all. */
const toGroups = (fragments: readonly Fragment[], room: number): Fragment[][] => {
  const groups: Fragment[][] = []
  let group: Fragment[] = []
  for (const [at, fragment] of fragments.entries()) {
    group.push(fragment)
    if (!fragment.isBound && !fragments[at + 1]?.clings) {
      groups.push(group)
      group = []
    }
  }
  return [...groups, group].flatMap((each) =>
    heightOf(each) > room ? each.map((one) => [one]) : each.length > 0 ? [each] : [],
  )
}

/** Puts fragments onto pages, one below the other. */
export const flow = (
  fragments: readonly Fragment[],
  { addPage, frame }: { addPage: () => PDFPage; frame: Frame },
): void => {
  let page = addPage()
  let { top } = frame
  let isHead = true
  const put = (fragment: Fragment): void => {
    top -= isHead ? 0 : (fragment.gap ?? 0)
    fragment.draw(page, top)
    top -= fragment.height
    isHead &&= fragment.height === 0
  }
  const turn = (first: Fragment): void => {
    page = addPage()
    top = frame.top
    isHead = true
    if (first.repeats) {
      put(first.repeats)
    }
  }
  for (const group of toGroups(fragments, frame.top - frame.bottom)) {
    const [first] = group
    const wanted = heightOf(group) + (isHead ? 0 : (first?.gap ?? 0))
    if (first && !isHead && (first.isFirst || top - wanted < frame.bottom)) {
      turn(first)
    }
    group.forEach(put)
  }
}

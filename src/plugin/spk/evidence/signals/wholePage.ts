import type { Finding } from '../finding'
import type { MmRect, PageView } from '../pageView'

import { toBounds } from '../structure/matrix'
import { makeupOf } from '../structure/makeup'
import { find } from './finding'
import { inkAreaIn, readInk } from './ink'

/** Share of a page's letters from which on it is our own text, not a few recognised words. */
const OWN = 0.5

/** What a page is as a whole. */
export type WholePage = { findings: Finding[]; isScan: boolean }

/** S1 by letters, and S8: whether the page is a picture of a sheet. */
export const judgeWhole = (view: PageView, pageBounds: readonly number[]): WholePage => {
  const { issued, marks } = view
  const makeup = makeupOf(marks, issued.marks, toBounds(pageBounds))
  const page = issued.number
  if (makeup.ownText >= OWN) {
    return { findings: [find('S1', 'red', { page, text: 'ownText' })], isScan: false }
  }
  const isScan = makeup.onlyImage !== null || makeup.isCovered
  return {
    findings: isScan ? [] : [find('S8', 'amber', { page, text: 'notScan' })],
    isScan,
  }
}

const LEAST_METERAI_MM2 = 25

/** The printed picture of an e-Meterai: seen where it was affixed, or not. */
export const findMeterai = (view: PageView, rect: MmRect): Finding[] => {
  const seen = inkAreaIn(readInk(view, rect), rect) >= LEAST_METERAI_MM2
  const about = { crop: 'meterai', page: view.issued.number }
  return [
    seen
      ? find('S7', 'green', { ...about, text: 'meteraiSeen' })
      : find('S7', 'amber', { ...about, text: 'meteraiMissing' }),
  ]
}

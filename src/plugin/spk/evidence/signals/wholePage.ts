import type { MeteraiMode } from '../../content'
import type { Finding } from '../finding'
import type { MmRect, PageView } from '../pageView'

import { DPI } from '../issuedPage'
import { greyOf } from '../raster/raster'
import { toPixels } from '../raster/warp'
import { findPatch } from '../register/correlate'
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
const LIKE_METERAI = 0.4

/** Whether the picture that was affixed is on the returned page as well: alike, or simply not there. */
const isAffixedSeen = (view: PageView, rect: MmRect): boolean => {
  const side = toPixels(Math.min(rect.widthMm, rect.heightMm), DPI)
  const patch = { left: toPixels(rect.xMm, DPI), side, top: toPixels(rect.yMm, DPI) }
  const returned = greyOf(view.aligned)
  const issued = view.issued.fine.grey
  const match = findPatch({ issued, patch, reach: 6, see: () => returned, spread: 5 })
  return (match?.likeness ?? 0) >= LIKE_METERAI
}

/** A meterai of paper covers what is printed there. */
const isStuckSeen = (view: PageView, rect: MmRect): boolean =>
  inkAreaIn(readInk(view, rect), rect) >= LEAST_METERAI_MM2

/** The meterai: its printed picture where it was affixed, or the one of paper in its box. */
export const findMeterai = (view: PageView, rect: MmRect, mode: MeteraiMode): Finding[] => {
  const about = { crop: 'meterai', page: view.issued.number }
  if (mode === 'tempel') {
    return isStuckSeen(view, rect)
      ? [find('S14', 'green', { ...about, text: 'stuckSeen' })]
      : [find('S14', 'amber', { ...about, text: 'stuckMissing' })]
  }
  return isAffixedSeen(view, rect)
    ? [find('S7', 'green', { ...about, text: 'meteraiSeen' })]
    : [find('S7', 'amber', { ...about, text: 'meteraiMissing' })]
}

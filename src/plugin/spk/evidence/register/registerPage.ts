import type { SeenCode } from '../codes/readCodes'
import type { Homography } from '../geometry/homography'
import type { Grey } from '../raster/raster'
import type { IssuedPage } from '../issuedPage'

import { placementsOf } from './assign'
import { refine, type Refined } from './refine'

/** How an issued page lies on what came back. */
export type Registration = {
  /** From mm of the issued page to pixels of the returned one. */
  h: Homography
  /** How alike both pages look where they have something printed, 0 to 1. */
  likeness: number
  /** Codes that are the page's own, where they belong. */
  used: SeenCode[]
}

const GOOD = 0.6

/**
 * Lays an issued page over a returned one by its own codes, and refines that by what is printed. Null
 * when no code of the page is seen, or nothing of the page is found where the code says.
 */
export const registerPage = (args: {
  codes: readonly SeenCode[]
  grey: Grey
  /** The same, half as wide and high. */
  half: Grey
  issued: IssuedPage
}): null | Registration => {
  const { codes, grey, half, issued } = args
  const [fine, coarse] = [
    { returned: { grey, scale: 1 }, scene: issued.fine },
    { returned: { grey: half, scale: 0.5 }, scene: issued.coarse },
  ]
  let best: null | (Refined & { used: SeenCode[] }) = null
  for (const { h, pairs, used } of placementsOf(issued.codes, codes)) {
    const refined = refine({ coarse, fine, h, known: pairs })
    if (!best || refined.likeness > best.likeness) {
      best = { ...refined, used }
    }
    if (best.likeness > GOOD && best.spots > 8) {
      break
    }
  }
  return best
}

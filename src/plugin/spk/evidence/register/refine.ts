import type { Grey } from '../raster/raster'

import {
  fitAffine,
  fitHomography,
  type Homography,
  type Pair,
  type Point,
  project,
} from '../geometry/homography'
import { type Frame, toPixels, warpGrey } from '../raster/warp'
import { findPatch } from './correlate'

/** An issued page in grey, at one fineness. */
export type Scene = { dpi: number; grey: Grey; heightMm: number; widthMm: number }

/** A returned page in grey; `scale` of 0.5 when it is half as wide as the picture that is registered. */
export type Returned = { grey: Grey; scale: number }

type Round = { nearMm?: number; reachMm: number; stepMm: number }

const SIDE = 28
const LEAST_LIKENESS = 0.55
/** A flatbed with both codes is nearly right at once; only what is not is searched widely. */
const QUICK: Round = { reachMm: 1.5, stepMm: 25 }
const SURE = 0.72
const ENOUGH = 12

const scaleBy = (h: Homography, scale: number): Homography =>
  h.map((value, at) => (at < 6 ? value * scale : value)) as unknown as Homography

/** Only what is searched is straightened: the rest of a page says nothing here. */
const frameOf = (args: { dpi: number; left: number; side: number; top: number }): Frame => {
  const { dpi, left, side, top } = args
  const mm = (pixels: number): number => (pixels * 25.4) / dpi
  return { dpi, heightMm: mm(side), widthMm: mm(side), xMm: mm(left), yMm: mm(top) }
}

function* gridOf({ heightMm, widthMm }: Scene, stepMm: number): Generator<Point> {
  for (let y = stepMm / 2; y < heightMm; y += stepMm) {
    for (let x = stepMm / 2; x < widthMm; x += stepMm) {
      yield { x, y }
    }
  }
}

const isNear = (spot: Point, known: readonly Pair[], nearMm = Number.POSITIVE_INFINITY): boolean =>
  known.some(({ from }) => Math.hypot(from.x - spot.x, from.y - spot.y) < nearMm)

type Found = { likeness: number; pair: Pair }

const findSpots = (
  args: { h: Homography; known: readonly Pair[]; returned: Returned; scene: Scene },
  { nearMm, reachMm, stepMm }: Round,
): Found[] => {
  const { h, known, scene } = args
  const { dpi, grey: issued } = scene
  const scaled = scaleBy(h, args.returned.scale)
  const reach = toPixels(reachMm, dpi)
  const found: Found[] = []
  for (const spot of gridOf(scene, stepMm)) {
    const [left, top] = [toPixels(spot.x, dpi) - SIDE / 2, toPixels(spot.y, dpi) - SIDE / 2]
    const patch = { left, side: SIDE, top }
    const around = { dpi, left: left - reach, side: SIDE + reach * 2, top: top - reach }
    const match = isNear(spot, known, nearMm)
      ? findPatch({
          issued,
          offset: around,
          patch,
          reach,
          see: () => warpGrey(args.returned.grey, scaled, frameOf(around)),
        })
      : null
    const isEdge = match && Math.max(Math.abs(match.dx), Math.abs(match.dy)) === reach
    if (match && !isEdge && match.likeness > LEAST_LIKENESS) {
      const moved = { x: spot.x + (match.dx * 25.4) / dpi, y: spot.y + (match.dy * 25.4) / dpi }
      found.push({ likeness: match.likeness, pair: { from: spot, to: project(h, moved) } })
    }
  }
  return found
}

const offOf = (h: Homography, { from, to }: Pair): number => {
  const found = project(h, from)
  return Math.hypot(found.x - to.x, found.y - to.y)
}

/** Fits, leaves out the worst quarter, fits again: a smudge or a signature moves nothing. */
const fitTrimmed = (pairs: readonly Pair[]): Homography | null => {
  const fit = pairs.length >= 12 ? fitHomography : fitAffine
  const first = fit(pairs)
  if (!first || pairs.length < 8) {
    return first
  }
  const kept = [...pairs].sort((a, b) => offOf(first, a) - offOf(first, b))
  return fit(kept.slice(0, Math.ceil(kept.length * 0.75))) ?? first
}

/** Where the page lies, and how alike the two pages look there, from 0 to 1. */
export type Refined = { h: Homography; likeness: number; spots: number }

const refineOnce = (
  before: Refined,
  args: { known: readonly Pair[]; returned: Returned; round: Round; scene: Scene },
): Refined => {
  const { known, returned, round, scene } = args
  const found = findSpots({ h: before.h, known, returned, scene }, round)
  if (found.length < 4) {
    return { ...before, likeness: 0, spots: found.length }
  }
  const pairs = found.map(({ pair }) => pair)
  const h = fitTrimmed(round.nearMm === undefined ? pairs : [...known, ...pairs]) ?? before.h
  const likeness = found.reduce((sum, each) => sum + each.likeness, 0) / found.length
  return { h, likeness, spots: found.length }
}

/**
 * Makes a rough placement exact: patches of the issued page are looked for around where they should
 * be; when few are there, in a wider reach near the codes, then everywhere; in the end finely.
 */
export const refine = (args: {
  coarse: { returned: Returned; scene: Scene }
  fine: { returned: Returned; scene: Scene }
  h: Homography
  known: readonly Pair[]
}): Refined => {
  const { coarse, fine, h, known } = args
  const near = { nearMm: 110, reachMm: 4, stepMm: 20 }
  let refined = refineOnce({ h, likeness: 0, spots: 0 }, { ...coarse, known, round: QUICK })
  if (refined.likeness < SURE || refined.spots < ENOUGH) {
    refined = refineOnce({ h, likeness: 0, spots: 0 }, { ...coarse, known, round: near })
    refined = refineOnce(refined, { ...coarse, known, round: { reachMm: 4, stepMm: 20 } })
  }
  return refineOnce(refined, { ...fine, known, round: { reachMm: 0.8, stepMm: 20 } })
}

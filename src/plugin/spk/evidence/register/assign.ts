import type { SeenCode } from '../codes/readCodes'

import {
  fitAffine,
  fitHomography,
  type Homography,
  type Pair,
  residualOf,
} from '../geometry/homography'

/** One of our codes on an issued page: what it says, and its corners in mm as they are drawn. */
export type IssuedCode = { corners: SeenCode['corners']; text: string }

/** A guess at how the page lies on the picture. */
export type Placement = { h: Homography; pairs: Pair[]; used: SeenCode[] }

const pairsOf = (issued: IssuedCode, seen: SeenCode): Pair[] =>
  issued.corners.map((from, at) => ({ from, to: seen.corners[at] ?? { x: 0, y: 0 } }))

const sideOf = ({ corners: [a, b] }: SeenCode): number => Math.hypot(a.x - b.x, a.y - b.y)

/** A flatbed keeps lines parallel; only what does not fit that is a photograph. */
const placeBy = (pairs: Pair[], used: SeenCode[]): null | (Placement & { off: number }) => {
  const scale = Math.max(1, ...used.map(sideOf))
  const affine = fitAffine(pairs)
  const flat = affine ? residualOf(affine, pairs) / scale : Number.POSITIVE_INFINITY
  if (affine && (flat < 0.02 || pairs.length < 8)) {
    return { h: affine, off: flat, pairs, used }
  }
  const h = fitHomography(pairs)
  return h && { h, off: residualOf(h, pairs) / scale, pairs, used }
}

const bothCodes = (issued: readonly IssuedCode[], seen: readonly SeenCode[]): Placement[] => {
  const [first, second] = issued
  if (!first || !second) {
    return []
  }
  const placed = seen.flatMap((one) =>
    seen.flatMap((other) => {
      const isPair = one !== other && one.text === first.text && other.text === second.text
      const pairs = isPair ? [...pairsOf(first, one), ...pairsOf(second, other)] : []
      const placement = isPair ? placeBy(pairs, [one, other]) : null
      return placement && placement.off < 0.12 ? [placement] : []
    }),
  )
  return placed.sort((a, b) => a.off - b.off).slice(0, 1)
}

const oneCode = (issued: readonly IssuedCode[], seen: readonly SeenCode[]): Placement[] =>
  issued.flatMap((expected) =>
    seen
      .filter(({ text }) => text === expected.text)
      .flatMap((each) => placeBy(pairsOf(expected, each), [each]) ?? []),
  )

/**
 * Ways in which an issued page may lie on a picture, by the codes of ours that are seen there: by two
 * codes, then by each alone. Both codes of a page may say the same; only one order of them fits.
 */
export const placementsOf = (
  issued: readonly IssuedCode[],
  seen: readonly SeenCode[],
): Placement[] => [...bothCodes(issued, seen), ...oneCode(issued, seen)]

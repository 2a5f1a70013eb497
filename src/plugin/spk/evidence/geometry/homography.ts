import { solveLeastSquares } from './solve'

/** A point in whatever unit its plane has. */
export type Point = { x: number; y: number }

/** The same spot on two planes. */
export type Pair = { from: Point; to: Point }

/** A plane seen from another: nine numbers, row by row. */
export type Homography = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** Planes of very different units solve badly: 100 mm and 1000 px become about 1. */
const SCALE = { from: 100, to: 1_000 }

const equationsOf = ({ from, to }: Pair): number[][] => {
  const [x, y] = [from.x / SCALE.from, from.y / SCALE.from]
  const [u, v] = [to.x / SCALE.to, to.y / SCALE.to]
  return [
    [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
    [0, 0, 0, x, y, 1, -v * x, -v * y, v],
  ]
}

const unscale = (solution: readonly number[]): Homography => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solution
  const k = SCALE.to / SCALE.from
  return [a * k, b * k, c * SCALE.to, d * k, e * k, f * SCALE.to, g / SCALE.from, h / SCALE.from, 1]
}

/** With perspective: from four spots on; null when they lie badly. */
export const fitHomography = (pairs: readonly Pair[]): Homography | null => {
  const solution = pairs.length < 4 ? null : solveLeastSquares(pairs.flatMap(equationsOf))
  return solution && unscale(solution)
}

/** Without perspective (a flatbed): from three spots on; null when they lie in a line. */
export const fitAffine = (pairs: readonly Pair[]): Homography | null => {
  const rows = (pick: (to: Point) => number): number[][] =>
    pairs.map(({ from, to }) => [from.x / SCALE.from, from.y / SCALE.from, 1, pick(to) / SCALE.to])
  const across = pairs.length < 3 ? null : solveLeastSquares(rows(({ x }) => x))
  const down = pairs.length < 3 ? null : solveLeastSquares(rows(({ y }) => y))
  return across && down && unscale([...across, ...down, 0, 0])
}

/** Where a point comes to lie. */
export const project = (h: Homography, { x, y }: Point): Point => {
  const w = h[6] * x + h[7] * y + h[8]
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w }
}

/** The way back. */
export const invert = (h: Homography): Homography => {
  const [a, b, c, d, e, f, g, i, k] = h
  const det = a * (e * k - f * i) - b * (d * k - f * g) + c * (d * i - e * g)
  const scaled = [
    e * k - f * i,
    c * i - b * k,
    b * f - c * e,
    f * g - d * k,
    a * k - c * g,
    c * d - a * f,
    d * i - e * g,
    b * g - a * i,
    a * e - b * d,
  ].map((value) => value / det)
  return scaled as unknown as Homography
}

/** How far the pairs are off on average, in units of the target. */
export const residualOf = (h: Homography, pairs: readonly Pair[]): number => {
  const off = pairs.map(({ from, to }) => {
    const found = project(h, from)
    return Math.hypot(found.x - to.x, found.y - to.y)
  })
  return off.reduce((sum, value) => sum + value, 0) / Math.max(1, off.length)
}

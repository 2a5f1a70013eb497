import type { Grey } from '../raster/raster'

/** A square of a picture. */
export type Patch = { left: number; side: number; top: number }

/** The best place of a patch on another picture: how far it moved, and how alike it is (1 is the same). */
export type Match = { dx: number; dy: number; likeness: number }

type Template = { values: Float32Array; weight: number }

/** Largest patch that is looked for. One buffer serves all: a page has thousands, one after the other. */
const MOST_SIDE = 64
const scratch = new Float32Array(MOST_SIDE * MOST_SIDE)

/** A patch without its mean, or null when nothing is on it that could be found again. */
const templateOf = (grey: Grey, { left, side, top }: Patch, least: number): null | Template => {
  const size = side * side
  const values = size > scratch.length ? new Float32Array(size) : scratch.subarray(0, size)
  let mean = 0
  for (let row = 0, at = 0; row < side; row++) {
    let from = (top + row) * grey.width + left
    for (let column = 0; column < side; column++, from++, at++) {
      const value = grey.light[from] ?? 255
      values[at] = value
      mean += value
    }
  }
  mean /= values.length
  let squares = 0
  for (let at = 0; at < values.length; at++) {
    const value = (values[at] ?? 0) - mean
    values[at] = value
    squares += value * value
  }
  return Math.sqrt(squares / values.length) < least ? null : { values, weight: Math.sqrt(squares) }
}

const likenessAt = (grey: Grey, template: Template, { left, side, top }: Patch): number => {
  let product = 0
  let sum = 0
  let squares = 0
  const { light, width } = grey
  const { values } = template
  for (let row = 0; row < side; row++) {
    let from = (top + row) * width + left
    let at = row * side
    for (let column = 0; column < side; column++, from++, at++) {
      const value = light[from] ?? 255
      product += value * (values[at] ?? 0)
      sum += value
      squares += value * value
    }
  }
  const spread = squares - (sum * sum) / (side * side)
  return spread <= side * side ? 0 : product / (template.weight * Math.sqrt(spread))
}

const fits = ({ height, width }: Grey, { left, side, top }: Patch): boolean =>
  left >= 0 && top >= 0 && left + side <= width && top + side <= height

/** Where a picture begins on the page that patches are counted on. */
type Offset = { left: number; top: number }

/**
 * Looks for a patch of the issued page on the returned one, at most `reach` pixels away; null when the
 * patch is as good as empty. `see` gives the returned page, or the part of it that begins at `offset`.
 */
export const findPatch = (args: {
  issued: Grey
  offset?: Offset
  patch: Patch
  reach: number
  see: () => Grey
  /** Contrast below which a patch is empty. */
  spread?: number
}): Match | null => {
  const { issued, offset = { left: 0, top: 0 }, patch, reach, see, spread = 18 } = args
  const template = fits(issued, patch) ? templateOf(issued, patch, spread) : null
  if (!template) {
    return null
  }
  const returned = see()
  const [left, top] = [patch.left - offset.left, patch.top - offset.top]
  let best: Match = { dx: 0, dy: 0, likeness: -1 }
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const moved = { left: left + dx, side: patch.side, top: top + dy }
      const likeness = fits(returned, moved) ? likenessAt(returned, template, moved) : -1
      if (likeness > best.likeness) {
        best = { dx, dy, likeness }
      }
    }
  }
  return best
}

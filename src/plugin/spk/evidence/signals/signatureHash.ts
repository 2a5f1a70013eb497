import type { Ink } from './ink'

const SIDE = 16

type Extent = { bottom: number; left: number; right: number; top: number }

const extentOf = ({ mask, picture }: Ink): Extent | null => {
  const { height, width } = picture
  const [columns, rows] = [new Uint32Array(width), new Uint32Array(height)]
  let all = 0
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 1) {
      all++
      columns[at % width] = (columns[at % width] ?? 0) + 1
      const row = Math.floor(at / width)
      rows[row] = (rows[row] ?? 0) + 1
    }
  }
  /** Where a share of the ink has been passed: specks at the rim decide nothing. */
  const passed = (counts: Uint32Array, share: number): number => {
    let sum = 0
    return counts.findIndex((count) => (sum += count) >= all * share)
  }
  return all === 0
    ? null
    : {
        bottom: passed(rows, 0.995),
        left: passed(columns, 0.005),
        right: passed(columns, 0.995),
        top: passed(rows, 0.005),
      }
}

/** Ink in each of 17 × 16 cells of its own extent. */
const densitiesOf = ({ mask, picture }: Ink, extent: Extent): Float64Array => {
  const { bottom, left, right, top } = extent
  const [wide, high] = [right - left + 1, bottom - top + 1]
  const cells = new Float64Array((SIDE + 1) * SIDE)
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const column = Math.floor(((x - left) * (SIDE + 1)) / wide)
      const row = Math.floor(((y - top) * SIDE) / high)
      const at = row * (SIDE + 1) + column
      cells[at] = (cells[at] ?? 0) + (mask[y * picture.width + x] ?? 0)
    }
  }
  return cells
}

/**
 * The shape of a signature in 256 bits, hex: whether each cell of it is darker than its right
 * neighbour. Where and how large it was written does not matter. Empty when there is no ink.
 */
export const signatureHash = (ink: Ink): string => {
  const extent = extentOf(ink)
  if (!extent || extent.right - extent.left < SIDE * 2 || extent.bottom - extent.top < SIDE) {
    return ''
  }
  const cells = densitiesOf(ink, extent)
  let hex = ''
  for (let row = 0; row < SIDE; row++) {
    for (let nibble = 0; nibble < SIDE; nibble += 4) {
      let value = 0
      for (let bit = 0; bit < 4; bit++) {
        const at = row * (SIDE + 1) + nibble + bit
        value = value * 2 + ((cells[at] ?? 0) > (cells[at + 1] ?? 0) ? 1 : 0)
      }
      hex += value.toString(16)
    }
  }
  return hex
}

/** In how many of 256 bits two hashes differ; 256 when they cannot be compared. */
export const hashDistance = (a: string, b: string): number => {
  if (a.length !== b.length || a === '') {
    return SIDE * SIDE
  }
  let bits = 0
  for (let at = 0; at < a.length; at++) {
    let different = parseInt(a[at] ?? '0', 16) ^ parseInt(b[at] ?? '0', 16)
    for (; different > 0; different >>= 1) {
      bits += different & 1
    }
  }
  return bits
}

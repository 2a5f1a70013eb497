/** A transformation of a PDF: `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Six numbers from whatever list a PDF's reader gives; what is missing is as in the identity. */
export const toMatrix = (list: ArrayLike<number> | null | undefined): Matrix => [
  list?.[0] ?? 1,
  list?.[1] ?? 0,
  list?.[2] ?? 0,
  list?.[3] ?? 1,
  list?.[4] ?? 0,
  list?.[5] ?? 0,
]

/** `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** A rectangle: left, bottom, right, top. */
export type Bounds = readonly [number, number, number, number]

/** Where a rectangle comes to lie. */
export const boundsOf = (m: Matrix, [left, bottom, right, top]: Bounds): Bounds => {
  const corners = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  const xs = corners.map(([x, y]) => m[0] * x + m[2] * y + m[4])
  const ys = corners.map(([x, y]) => m[1] * x + m[3] * y + m[5])
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Four numbers of a rectangle, whichever corner they begin with. */
export const toBounds = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): Bounds => [
  Math.min(a, c),
  Math.min(b, d),
  Math.max(a, c),
  Math.max(b, d),
]

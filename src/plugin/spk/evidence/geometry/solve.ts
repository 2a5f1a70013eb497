/** Turns row `at` into the pivot row; answers false when the equations do not say enough. */
const pivot = (rows: number[][], at: number): boolean => {
  let best = at
  for (let row = at + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) {
      best = row
    }
  }
  const chosen = rows[best]
  const displaced = rows[at]
  if (!chosen || !displaced || Math.abs(chosen[at] ?? 0) < 1e-12) {
    return false
  }
  rows[best] = displaced
  rows[at] = chosen
  return true
}

const subtract = (target: number[], source: readonly number[], at: number): void => {
  const factor = (target[at] ?? 0) / (source[at] ?? 1)
  for (let column = at; column < source.length; column++) {
    target[column] = (target[column] ?? 0) - factor * (source[column] ?? 0)
  }
}

/** Solves linear equations (each row: coefficients, then the right side), or null when they cannot be. */
export const solve = (equations: readonly (readonly number[])[]): null | number[] => {
  const rows = equations.map((row) => [...row])
  for (let at = 0; at < rows.length; at++) {
    if (!pivot(rows, at)) {
      return null
    }
    const chosen = rows[at] ?? []
    for (const [other, row] of rows.entries()) {
      if (other !== at) {
        subtract(row, chosen, at)
      }
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1))
}

/** Least squares: the solution that comes closest to all of more equations than unknowns. */
export const solveLeastSquares = (equations: readonly (readonly number[])[]): null | number[] => {
  const unknowns = (equations[0]?.length ?? 1) - 1
  const normal = Array.from({ length: unknowns }, () => new Array<number>(unknowns + 1).fill(0))
  for (const row of equations) {
    for (let at = 0; at < unknowns; at++) {
      const target = normal[at] ?? []
      for (let column = 0; column <= unknowns; column++) {
        target[column] = (target[column] ?? 0) + (row[at] ?? 0) * (row[column] ?? 0)
      }
    }
  }
  return solve(normal)
}

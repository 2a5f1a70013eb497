import { createHash } from 'node:crypto'

const SIZE = 29

/** A picture in the manner of a QR code. It carries nothing, so that nobody can pay it by mistake. */
export function qrPicture(seed: string): string {
  const bits = createHash('shake256', { outputLength: 128 }).update(seed).digest()
  const squares: string[] = []
  for (let cell = 0; cell < SIZE * SIZE; cell += 1) {
    const x = cell % SIZE
    const y = Math.floor(cell / SIZE)
    const dark = ((bits[cell >> 3] ?? 0) >> (cell & 7)) & 1
    if (dark === 1 && !inCorner({ x, y })) squares.push(`M${x} ${y}h1v1h-1z`)
  }
  const corners = [
    [0, 0],
    [SIZE - 7, 0],
    [0, SIZE - 7],
  ].map(([x, y]) => `M${x} ${y}h7v7h-7zm1 1v5h5v-5zm1 1h3v3h-3z`)
  const path = [...squares, ...corners].join('')
  return `<svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="Gambar contoh kode QR, tidak dapat dipindai" shape-rendering="crispEdges"><path fill="#10201e" fill-rule="evenodd" d="${path}"/></svg>`
}

function inCorner({ x, y }: { x: number; y: number }): boolean {
  const low = (value: number) => value < 8
  const high = (value: number) => value >= SIZE - 8
  return (low(x) && low(y)) || (high(x) && low(y)) || (low(x) && high(y))
}

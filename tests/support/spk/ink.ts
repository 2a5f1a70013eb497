import type { SKRSContext2D } from '@napi-rs/canvas'

import { between, makeRandom, type Random } from './random'

/** Points of a line, in mm. */
export type Stroke = { x: number; y: number }[]

/** A hand has its own signature, and never writes it twice the same way. */
export const signatureOf = (args: {
  hand: number
  heightMm: number
  time: number
  widthMm: number
}): Stroke[] => {
  const { hand, heightMm, time, widthMm } = args
  const [shape, waver] = [makeRandom(hand * 7_919 + 11), makeRandom(hand * 104_729 + time * 31 + 3)]
  const strokes: Stroke[] = []
  for (let stroke = 0, count = 2 + Math.floor(shape() * 2); stroke < count; stroke++) {
    const knots = Array.from({ length: 5 + Math.floor(shape() * 5) }, (_, at) => ({
      x: widthMm * (0.06 + 0.88 * ((at + shape() * 0.9) / 9)) + between(waver, -1.6, 1.6),
      y: heightMm * between(shape, 0.08, 0.92) + between(waver, -1.6, 1.6),
    }))
    strokes.push(smooth(knots))
  }
  return strokes
}

/** Catmull–Rom through the knots. */
const smooth = (knots: Stroke): Stroke => {
  const points: Stroke = []
  for (let at = 0; at + 1 < knots.length; at++) {
    const [a, b, c, d] = [at - 1, at, at + 1, at + 2].map(
      (index) => knots[Math.min(knots.length - 1, Math.max(0, index))] ?? { x: 0, y: 0 },
    ) as [Stroke[0], Stroke[0], Stroke[0], Stroke[0]]
    for (let step = 0; step < 14; step++) {
      const t = step / 14
      const mix = (p: number, q: number, r: number, s: number): number =>
        0.5 *
        (2 * q +
          (r - p) * t +
          (2 * p - 5 * q + 4 * r - s) * t ** 2 +
          (3 * q - p - 3 * r + s) * t ** 3)
      points.push({ x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) })
    }
  }
  return points
}

const DIGITS: Record<string, Stroke> = {
  0: [
    [0.5, 0],
    [0.9, 0.3],
    [0.8, 0.9],
    [0.3, 1],
    [0.1, 0.5],
    [0.5, 0],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  1: [
    [0.3, 0.2],
    [0.55, 0],
    [0.5, 1],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  2: [
    [0.1, 0.2],
    [0.6, 0],
    [0.8, 0.4],
    [0.1, 1],
    [0.9, 1],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  3: [
    [0.1, 0.1],
    [0.8, 0.2],
    [0.4, 0.5],
    [0.9, 0.7],
    [0.1, 1],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  4: [
    [0.6, 0],
    [0.1, 0.6],
    [0.9, 0.6],
    [0.7, 0.3],
    [0.6, 1],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  5: [
    [0.9, 0],
    [0.2, 0],
    [0.2, 0.5],
    [0.9, 0.6],
    [0.6, 1],
    [0.1, 0.9],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  6: [
    [0.8, 0],
    [0.2, 0.5],
    [0.3, 1],
    [0.8, 0.8],
    [0.3, 0.6],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  7: [
    [0.1, 0],
    [0.9, 0.1],
    [0.4, 1],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  8: [
    [0.5, 0.5],
    [0.2, 0.1],
    [0.8, 0.1],
    [0.2, 0.9],
    [0.8, 0.9],
    [0.5, 0.5],
  ].map(([x = 0, y = 0]) => ({ x, y })),
  9: [
    [0.8, 0.4],
    [0.3, 0.4],
    [0.4, 0],
    [0.8, 0.2],
    [0.6, 1],
  ].map(([x = 0, y = 0]) => ({ x, y })),
}

/** Digits as a hand writes them, each about as high as given. */
export const digitsOf = (code: string, heightMm: number, random: Random): Stroke[] =>
  [...code].map((digit, at) =>
    smooth(
      (DIGITS[digit] ?? []).map(({ x, y }) => ({
        x: at * heightMm * 0.95 + x * heightMm * 0.7 + between(random, -0.25, 0.25),
        y: y * heightMm + between(random, -0.25, 0.25),
      })),
    ),
  )

/** How a pen writes. */
export type Pen = { colour: string; widthMm: number }

/** Pens of wet ink: two blues, a black, a thin ballpoint. */
export const PENS: readonly Pen[] = [
  { colour: '#1f3fa8', widthMm: 0.55 },
  { colour: '#27479c', widthMm: 0.75 },
  { colour: '#20222b', widthMm: 0.6 },
  { colour: '#2b4fc0', widthMm: 0.4 },
]

/** Draws strokes; the width follows the speed a little, as a pen's does. */
export const drawStrokes = (
  context: SKRSContext2D,
  strokes: readonly Stroke[],
  args: { pen: Pen; random: Random; scale: number; xMm: number; yMm: number },
): void => {
  const { pen, random, scale, xMm, yMm } = args
  context.lineCap = 'round'
  context.strokeStyle = pen.colour
  for (const stroke of strokes) {
    for (let at = 1; at < stroke.length; at++) {
      const [from, to] = [stroke[at - 1], stroke[at]]
      context.lineWidth = pen.widthMm * scale * between(random, 0.75, 1.15)
      context.globalAlpha = between(random, 0.8, 1)
      context.beginPath()
      context.moveTo(((from?.x ?? 0) + xMm) * scale, ((from?.y ?? 0) + yMm) * scale)
      context.lineTo(((to?.x ?? 0) + xMm) * scale, ((to?.y ?? 0) + yMm) * scale)
      context.stroke()
    }
  }
  context.globalAlpha = 1
}

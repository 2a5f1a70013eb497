import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import type { Random } from '../support/load/random'
import type { Program } from '../support/stand/processes'
import type { Point } from './marks/points'

/** What the kills came to. */
export type Tally = {
  /** Points that nobody passed however often they were armed: nothing is proven there. */
  abandoned: string[]
  /** Programs that ended on their own, with what ended them. */
  crashes: string[]
  kills: number
  /** Milliseconds from each death until the program could work again. */
  recoveries: number[]
}

/** Makes an empty tally. */
export const makeTally = (): Tally => ({
  abandoned: [],
  crashes: [],
  kills: 0,
  recoveries: [],
})

/** Where the dying note the point at which they die. */
export type DeathBook = { file: string; points: () => Set<string> }

/** Opens an empty book. */
export const openDeathBook = (file: string): DeathBook => {
  writeFileSync(file, '')
  return {
    file,
    points: () => new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean)),
  }
}

/** How often a point is armed in vain before it is given up for good. */
const MOST_MISSES = 8

/** Every point once, in a random order; then again. A point nobody passed goes to the end, or away. */
const makeDeck = (args: { abandoned: string[]; points: readonly Point[]; random: Random }) => {
  const { abandoned, points, random } = args
  const misses = new Map<Point, number>()
  let left: Point[] = []
  const shuffle = (): Point[] =>
    points
      .filter((point) => (misses.get(point) ?? 0) < MOST_MISSES)
      .map((point) => ({ at: random.below(1_000_000), point }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ point }) => point)
  return {
    passed: (point: Point): void => void misses.delete(point),
    draw: (): Point => {
      left = left.length > 0 ? left : shuffle()
      return left.shift() as Point
    },
    putBack: (point: Point): void => {
      const missed = (misses.get(point) ?? 0) + 1
      misses.set(point, missed)
      if (missed < MOST_MISSES) {
        left.push(point)
      } else {
        abandoned.push(point.name)
      }
    },
  }
}

/** How long somebody has to pass an armed point before another is armed instead. */
const PASS_MS = 4_000

const STARTS = 3

const restart = async (program: Program, tally: Tally): Promise<void> => {
  const diedAt = performance.now()
  for (let attempt = 1; ; attempt++) {
    try {
      await program.start()
      tally.recoveries.push(performance.now() - diedAt)
      return
    } catch (error) {
      tally.crashes.push(error instanceof Error ? error.message : String(error))
      if (attempt === STARTS) {
        throw error
      }
      await program.kill()
    }
  }
}

/**
 * Kills one program `times` times with SIGKILL at drawn points, and starts it again each time.
 * `breathMs` is how long it may work after each start before the next point is armed.
 */
export const killAgainAndAgain = async (args: {
  book: DeathBook
  breathMs: number
  name: string
  points: readonly Point[]
  program: Program
  random: Random
  tally: Tally
  times: number
}): Promise<void> => {
  const { book, breathMs, name, points, program, random, tally, times } = args
  const deck = makeDeck({ abandoned: tally.abandoned, points, random })
  for (let kill = 0; kill < times;) {
    const point = deck.draw()
    const mark = { ...point, file: book.file, name: `${name} ${point.name}` }
    program.send({ mark: { ...mark, nth: 1 + random.below(2) } })
    const end = await Promise.race([program.whenOver(), wait(PASS_MS, undefined)])
    if (end === undefined) {
      deck.putBack(point)
      continue
    }
    if (end === 'SIGKILL') {
      deck.passed(point)
      kill++
      tally.kills++
    } else {
      tally.crashes.push(`${name} ended with ${end}`)
    }
    await restart(program, tally)
    await wait(breathMs)
  }
}

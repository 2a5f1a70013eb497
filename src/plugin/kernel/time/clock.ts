/** The only place that asks what time it is. Read it once, at the edge, and pass `now` down. */
export type Clock = {
  /** The present instant, or the frozen one. Each call gives a new Date. */
  now(): Date
  /** Holds the clock at an instant. For tests; always pair with `release`. */
  freeze(at: Date): void
  /** Lets the clock run again. */
  release(): void
}

let frozenAt: number | undefined

/** The shop's clock. */
export const clock: Clock = {
  now: () => new Date(frozenAt ?? Date.now()),
  freeze: (at) => {
    if (Number.isNaN(at.getTime()))
      throw new TypeError('The clock cannot be frozen at an invalid date')
    frozenAt = at.getTime()
  },
  release: () => {
    frozenAt = undefined
  },
}

import type { Backoff } from './task'

/** 2 s, 4 s, 8 s … 10 min. The cap decides how soon waiting work flows again after a long outage. */
export const DEFAULT_BACKOFF: Backoff = { capMs: 600_000, firstMs: 2_000 }

const MAX_DOUBLINGS = 30

/**
 * Milliseconds to wait after failed attempt number `attempt`. `random` in [0, 1) spreads it over the
 * upper half, so that jobs that failed together do not come back together.
 */
export const resolveDelay = (args: {
  attempt: number
  backoff?: Backoff
  random: number
}): number => {
  const { capMs, firstMs } = args.backoff ?? DEFAULT_BACKOFF
  const doublings = Math.min(Math.max(args.attempt - 1, 0), MAX_DOUBLINGS)
  const full = Math.min(capMs, firstMs * 2 ** doublings)
  return Math.round(full * (0.5 + args.random / 2))
}

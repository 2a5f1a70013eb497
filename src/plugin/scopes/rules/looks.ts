const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** After so long a wait the shop looks again by itself: DNS takes its time, and people theirs. */
const WAITS_MS = [
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
] as const

const DAY_MS = 24 * HOUR_MS

/** When to look again after `looks` looks; null when the code will have expired by then. */
export const resolveNextLook = (args: { looks: number; now: Date; until: Date }): Date | null => {
  const { looks, now, until } = args
  const at = new Date(now.getTime() + (WAITS_MS[looks - 1] ?? DAY_MS))
  return at < until ? at : null
}

/** Until when a code can be shown that is handed out now. */
export const resolveProofUntil = (now: Date, days: number): Date =>
  new Date(now.getTime() + days * DAY_MS)

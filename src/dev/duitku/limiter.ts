import type { SimulatorConfig } from './config'

/** Counts transactionStatus calls and blocks those who poll. */
export type Limiter = {
  /** Milliseconds until the block ends; 0 when the call may pass. */
  blockedFor: (args: {
    limit: SimulatorConfig['statusLimit']
    merchantOrderId: string
    now: number
  }) => number
  reset: () => void
}

type Window = { blockedUntil: number; count: number; since: number }

const EVERYONE = ''

/** Fixed windows per order and for the whole project. */
export function createLimiter(): Limiter {
  const windows = new Map<string, Window>()

  const check = ({
    key,
    limit,
    max,
    now,
  }: {
    key: string
    limit: SimulatorConfig['statusLimit']
    max: number
    now: number
  }): number => {
    if (max === 0) return 0
    let window = windows.get(key)
    if (window === undefined || now - window.since >= limit.windowMs) {
      window = { blockedUntil: window?.blockedUntil ?? 0, count: 0, since: now }
      windows.set(key, window)
    }
    window.count += 1
    if (window.count > max && window.blockedUntil <= now) window.blockedUntil = now + limit.blockMs
    return Math.max(0, window.blockedUntil - now)
  }

  return {
    blockedFor: ({ limit, merchantOrderId, now }) => {
      if (windows.size > 50_000) windows.clear()
      return Math.max(
        check({ key: EVERYONE, limit, max: limit.total, now }),
        check({ key: merchantOrderId, limit, max: limit.perOrder, now }),
      )
    },
    reset: () => windows.clear(),
  }
}

/** What the cheap status endpoint answers. */
export type OrderPulse = { attempt: null | string; paymentState: string; state: string }

/** One text that differs whenever the customer would see something else. */
export const pulseKey = ({ attempt, paymentState, state }: OrderPulse): string =>
  [state, paymentState, attempt ?? ''].join('|')

/** Every 3 s for a minute, every 10 s for five more, then once a minute. */
export const pollDelay = (polls: number): number => {
  if (polls < 20) {
    return 3000
  }
  return polls < 50 ? 10_000 : 60_000
}

/** What a poller needs; the browser's parts are handed in so that it can be tested without one. */
export type PollingParts = {
  /** Asks once; undefined when nothing changed or nobody answered. */
  ask: () => Promise<OrderPulse | undefined>
  isHidden: () => boolean
  onChange: () => void
  /** Key of what the page already shows. */
  shown: string
}

/** A running poller. */
export type Polling = { askNow: () => Promise<void>; stop: () => void }

/** Polls until stopped; a hidden page is not polled. The caller stops it when the order is settled. */
export const startPolling = (parts: PollingParts): Polling => {
  let polls = 0
  let shown = parts.shown
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const askNow = async (): Promise<void> => {
    clearTimeout(timer)
    const pulse = parts.isHidden() ? undefined : await parts.ask().catch(() => undefined)
    if (isStopped) {
      return
    }
    polls += 1
    if (pulse && pulseKey(pulse) !== shown) {
      shown = pulseKey(pulse)
      parts.onChange()
    }
    clearTimeout(timer)
    timer = setTimeout(() => void askNow(), pollDelay(polls))
  }

  timer = setTimeout(() => void askNow(), pollDelay(0))
  return {
    askNow,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

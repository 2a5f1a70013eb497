/** What the cheap status endpoint answers. */
export type OrderPulse = {
  attempt: null | string
  deliveryVersion: string
  paymentState: string
  state: string
}

/** One text that differs whenever the customer would see something else. */
export const pulseKey = ({ attempt, deliveryVersion, paymentState, state }: OrderPulse): string =>
  [state, paymentState, attempt ?? '', deliveryVersion].join('|')

/**
 * Every 3 s for a minute, then every 4 s for an hour: who watches an open page reads "Lunas" within
 * five seconds of the callback. Later once in half a minute.
 */
export const pollDelay = (polls: number): number => {
  if (polls < 20) {
    return 3000
  }
  return polls < 900 ? 4000 : 30_000
}

/** What a poller needs; the browser's parts are handed in so that it can be tested without one. */
export type PollingParts = {
  /** Asks once, and says what would be shown by its key; undefined when nobody answered. */
  ask: () => Promise<string | undefined>
  isHidden: () => boolean
  /** Called on every poll that differs from what is shown, until the page has been drawn again. */
  onChange: () => void
  /** Key of what the page already shows. */
  shown: string
}

/** A running poller. */
export type Polling = { askNow: () => Promise<void>; stop: () => void }

/**
 * Polls until stopped. A hidden page is not polled: call `askNow` when it is looked at again. The
 * caller stops it when nothing more can change.
 */
export const startPolling = ({ ask, isHidden, onChange, shown }: PollingParts): Polling => {
  let polls = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void askNow(), pollDelay(polls))
  }
  const askNow = async (): Promise<void> => {
    clearTimeout(timer)
    if (isStopped || isHidden()) {
      return
    }
    polls += 1
    const found = await ask().catch(() => undefined)
    if (isStopped) {
      return
    }
    if (found !== undefined && found !== shown) {
      onChange()
    }
    wait()
  }

  wait()
  return {
    askNow,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

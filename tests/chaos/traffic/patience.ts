import { setTimeout as wait } from 'node:timers/promises'

import { UnexpectedAnswer } from '../../support/load/buyer'

/** The shop has understood and said no: asking again changes nothing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof UnexpectedAnswer &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 429

/** Long, because on a busy machine a program may need half a minute to start. */
const PATIENCE_MS = 300_000

/** Asks again, as every buyer does, until it works; throws a refusal, or the last fault after `ms`. */
export const patiently = async <T>(work: () => Promise<T>, ms = PATIENCE_MS): Promise<T> => {
  const deadline = performance.now() + ms
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (isRefusal(error) || performance.now() > deadline) {
        throw error
      }
      await wait(200)
    }
  }
}

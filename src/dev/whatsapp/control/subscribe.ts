import { randomInt } from 'node:crypto'

import type { Simulator } from '../types'

/** What the shop answered, and whether it was our challenge. */
export type Subscription = { answer: string; isConfirmed: boolean; status: number }

/** `GET` with `hub.mode`, `hub.verify_token` and `hub.challenge`, as Meta asks once. */
export const subscribe = async (simulator: Simulator): Promise<Subscription> => {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000))
  const url = new URL(simulator.config.webhookUrl)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', simulator.credentials.verifyToken)
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  const answer = await response.text()
  return { answer, isConfirmed: response.ok && answer === challenge, status: response.status }
}

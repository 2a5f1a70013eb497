import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import type { Simulator } from '../types'

/** One attempt to reach the shop. */
export type Delivery = { at: string; error?: string; status?: number; what: string }

/** What a webhook needs on its way. */
export type Parts = { deliveries: Delivery[]; signal: AbortSignal; simulator: Simulator }

const mostDeliveries = 200

/** HMAC-SHA256 of the body; a forger has another secret. */
const sign = (args: { body: string; isForged: boolean; simulator: Simulator }): string => {
  const secret = args.isForged ? 'somebody-else' : args.simulator.credentials.appSecret
  return `sha256=${createHmac('sha256', secret).update(args.body).digest('hex')}`
}

const postOnce = async (args: {
  body: string
  parts: Parts
  signature: string
  what: string
}): Promise<boolean> => {
  const { body, parts, signature, what } = args
  const delivery: Delivery = { at: new Date(parts.simulator.now()).toISOString(), what }
  parts.deliveries.push(delivery)
  parts.deliveries.splice(0, parts.deliveries.length - mostDeliveries)
  try {
    const response = await fetch(parts.simulator.config.webhookUrl, {
      body,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      method: 'POST',
      signal: AbortSignal.any([parts.signal, AbortSignal.timeout(10_000)]),
    })
    await response.arrayBuffer()
    delivery.status = response.status
    return response.ok
  } catch (error) {
    delivery.error = error instanceof Error ? error.message : String(error)
    return false
  }
}

/** Until the shop answers 2xx, or the tries are used up. */
export const deliver = async (args: {
  body: string
  isForged: boolean
  parts: Parts
  what: string
}): Promise<void> => {
  const { parts } = args
  const { webhookIntervalMs, webhookTries, webhookUrl } = parts.simulator.config
  const signature = sign({ ...args, simulator: parts.simulator })
  for (let attempt = 1; attempt <= webhookTries; attempt += 1) {
    if (webhookUrl === '' || parts.signal.aborted) {
      return
    }
    if ((await postOnce({ ...args, signature })) || attempt === webhookTries) {
      return
    }
    await wait(webhookIntervalMs, undefined, { signal: parts.signal }).catch(() => undefined)
  }
}

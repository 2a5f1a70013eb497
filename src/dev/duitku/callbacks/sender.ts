import type { Delivery, Invoice, Simulator } from '../types'
import type { CallbackFields } from './payload'
import type { CallbackShape } from './variants'

import { postCallback } from '../transport/post'
import { shapeCallbacks } from './variants'

const KEPT_DELIVERIES = 40

/** What to send. */
export type CallbackOrder = {
  /** All copies at the same moment instead of one after another. */
  concurrent?: boolean
  delayMs?: number
  invoice: Invoice
  overrides?: CallbackFields
  resign?: boolean
  /** Whether to send again until HTTP 200. Default true. */
  retry?: boolean
  times?: number
  variant?: string
}

/** Sends callbacks in the background; every promise ends when its sends have ended. */
export type CallbackSender = {
  announce: (order: CallbackOrder) => Promise<void>
  /** Resolves when nothing is on its way. */
  idle: () => Promise<void>
  stop: () => void
}

/** Makes the sender of one simulator. */
export function createSender(getSimulator: () => Simulator): CallbackSender {
  const running = new Set<Promise<void>>()
  let halt = new AbortController()

  const announce = (order: CallbackOrder): Promise<void> => {
    const job = run({ order, signal: halt.signal, simulator: getSimulator() })
    running.add(job)
    return job.finally(() => running.delete(job))
  }
  return {
    announce,
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
    stop: () => {
      halt.abort()
      halt = new AbortController()
    },
  }
}

type Run = { order: CallbackOrder; signal: AbortSignal; simulator: Simulator }

async function run({ order, signal, simulator }: Run): Promise<void> {
  await pause({ ms: order.delayMs ?? 0, signal })
  const { concurrent = false, invoice, overrides, resign, times = 1, variant = 'normal' } = order
  const copies = Array.from({ length: times }, () =>
    shapeCallbacks({ invoice, overrides, resign, simulator, variant }),
  )
  const deliver = (shape: CallbackShape) => deliverOne({ order, shape, signal, simulator })
  if (concurrent) {
    await Promise.all(copies.flat().map(deliver))
    return
  }
  for (const shape of copies.flat()) await deliver(shape)
}

/** Up to five sends, until the shop answers 200. */
async function deliverOne({
  order,
  shape,
  signal,
  simulator,
}: { shape: CallbackShape } & Run): Promise<void> {
  const { callbackIntervalsMs, callbackMaxSends } = simulator.config
  const sends = order.retry === false ? 1 : callbackMaxSends
  for (let send = 1; send <= sends && !signal.aborted; send += 1) {
    const status = await sendOnce({ order, send, shape, simulator })
    if (status === 200 || send === sends) return
    await pause({ ms: callbackIntervalsMs[send - 1] ?? callbackIntervalsMs.at(-1) ?? 0, signal })
  }
}

async function sendOnce({
  order,
  send,
  shape,
  simulator,
}: {
  order: CallbackOrder
  send: number
  shape: CallbackShape
  simulator: Simulator
}): Promise<number | undefined> {
  const { invoice, variant = 'normal' } = order
  const delivery: Delivery = { at: new Date(simulator.now()).toISOString(), send, variant }
  if (invoice.deliveries.length >= KEPT_DELIVERIES) invoice.deliveries.shift()
  invoice.deliveries.push(delivery)
  const get = shape.method === 'GET'
  const joint = invoice.callbackUrl.includes('?') ? '&' : '?'
  try {
    delivery.status = await postCallback({
      ...shape,
      body: get ? '' : shape.body,
      timeoutMs: simulator.config.callbackTimeoutMs,
      url: get ? invoice.callbackUrl + joint + shape.body : invoice.callbackUrl,
    })
  } catch (error) {
    delivery.error = error instanceof Error ? error.message || error.name : String(error)
  }
  return delivery.status
}

function pause({ ms, signal }: { ms: number; signal: AbortSignal }): Promise<void> {
  if (ms === 0 || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}

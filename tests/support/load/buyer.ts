import { setTimeout as wait } from 'node:timers/promises'

import type { Random } from './random'

import { targetOf } from './address'
import { type Answer, type Ask } from './connection'
import { type ConnectionPool, openConnectionPool } from './pool'

/** An order as its buyer knows it. */
export type PlacedOrder = { number: string; token: string; total: number }

/** An attempt as its buyer knows it. */
export type OpenedPayment = { amount: number; merchantOrderId: string; reference: string }

/** Guests who buy over HTTP, and the money that reaches the gateway. */
export type Buyers = {
  askStatus: (token: string) => Promise<{ paymentState: string; state: string }>
  /** The return page's question: asks the gateway about the order's attempts once. */
  check: (token: string) => Promise<void>
  close: () => void
  openPayment: (token: string) => Promise<OpenedPayment>
  /** The money reaches the gateway, which then calls the shop. */
  pay: (payment: OpenedPayment) => Promise<void>
  placeOrder: (key: string) => Promise<PlacedOrder>
  /** Polls the status address until it says paid. */
  waitUntilPaid: (args: { everyMs: number; timeoutMs: number; token: string }) => Promise<void>
}

/**
 * Published products that can be bought at once, in the demo shop. Not the template: after its payment the
 * worker packs files, which is a figure of its own (`package`).
 */
const PRODUCTS = ['analisis-keamanan-web', 'konsultasi-it-1-jam'] as const

const FIRST = ['Sari', 'Budi', 'Dewi', 'Agus', 'Rina', 'Joko', 'Maya', 'Eko'] as const
const LAST = ['Wulandari', 'Santoso', 'Pratama', 'Lestari', 'Hidayat', 'Siregar'] as const

const JSON_TYPE = 'content-type: application/json\r\n'

/** An answer that is not the expected one, with what it said. */
export class UnexpectedAnswer extends Error {
  readonly status: number
  constructor(what: string, answer: Answer) {
    super(`${what}: ${answer.status} ${answer.body.slice(0, 300)}`)
    this.status = answer.status
  }
}

const parse = <T>(args: { answer: Answer; status: number; what: string }): T => {
  if (args.answer.status !== args.status) {
    throw new UnexpectedAnswer(args.what, args.answer)
  }
  return JSON.parse(args.answer.body) as T
}

/** A guest's order in JSON. */
export const writeOrder = (args: { products: readonly string[]; random: Random }): string => {
  const { products, random } = args
  return JSON.stringify({
    acceptedTerms: true,
    customer: {
      email: `${random.text(10)}@pembeli.test`,
      name: `${random.pick(FIRST)} ${random.pick(LAST)}`,
      phone: `0812${String(random.below(100_000_000)).padStart(8, '0')}`,
    },
    items: [{ product: random.pick(products), quantity: 1 + random.below(2) }],
  })
}

const post = (path: string, body: string, headers = ''): Ask => ({
  body,
  headers: `${JSON_TYPE}${headers}`,
  method: 'POST',
  path,
})

const makeCalls = (args: {
  products: readonly string[]
  random: Random
  shop: ConnectionPool
  simulator: ConnectionPool
}): Omit<Buyers, 'close' | 'waitUntilPaid'> => {
  const { products, random, shop, simulator } = args
  // The same key must carry the same order, also when it is sent again.
  const bodies = new Map<string, string>()
  const bodyOf = (key: string): string => {
    const body = bodies.get(key) ?? writeOrder({ products, random })
    bodies.set(key, body)
    return body
  }
  return {
    askStatus: async (token) => {
      const answer = await shop.ask({ path: `/api/shop/orders/${token}/status` })
      return parse({ answer, status: 200, what: 'status' })
    },
    check: async (token) => {
      await shop.ask(post(`/api/shop/orders/${token}/check`, '{}'))
    },
    openPayment: async (token) => {
      const answer = await shop.ask(post(`/api/shop/orders/${token}/payments`, '{}'))
      return parse<{ payment: OpenedPayment }>({ answer, status: 200, what: 'payment' }).payment
    },
    pay: async ({ merchantOrderId }) => {
      const answer = await simulator.ask(
        post('/__control/pay', JSON.stringify({ merchantOrderId, wait: false })),
      )
      parse({ answer, status: 200, what: 'pay' })
    },
    placeOrder: async (key) => {
      const answer = await shop.ask(
        post('/api/shop/orders', bodyOf(key), `idempotency-key: ${key}\r\n`),
      )
      const { order } = parse<{ order: PlacedOrder }>({ answer, status: 201, what: 'order' })
      bodies.delete(key)
      return order
    },
  }
}

/** Makes buyers for a shop and its gateway. */
export const makeBuyers = (args: {
  products?: readonly string[]
  random: Random
  simulatorUrl: string
  timeoutMs?: number
  webUrl: string
}): Buyers => {
  const { products = PRODUCTS, random, timeoutMs = 30_000 } = args
  const shop = openConnectionPool({ ...targetOf(args.webUrl), timeoutMs })
  const simulator = openConnectionPool({ ...targetOf(args.simulatorUrl), timeoutMs })
  const calls = makeCalls({ products, random, shop, simulator })
  return {
    ...calls,
    close: () => {
      shop.close()
      simulator.close()
    },
    waitUntilPaid: async ({ everyMs, timeoutMs: limit, token }) => {
      const deadline = performance.now() + limit
      for (;;) {
        const { paymentState } = await calls.askStatus(token)
        if (paymentState === 'paid') {
          return
        }
        if (performance.now() > deadline) {
          throw new Error(`Order not paid after ${limit} ms`)
        }
        await wait(everyMs)
      }
    },
  }
}
